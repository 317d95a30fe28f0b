// Writes the files of a folder into another, as plainly as C can: open, write, close.
//
// They are read into memory before the clock starts. Prints seconds of work (user and system).
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

struct file {
  char *name, *bytes;
  size_t size;
};

static double work(void) {
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  return used.ru_utime.tv_sec + used.ru_stime.tv_sec
    + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  DIR *folder = opendir(arguments[1]);
  if (!folder) fail(arguments[1]);
  struct file *files = NULL;
  size_t total = 0;
  if (chdir(arguments[1])) fail(arguments[1]);
  for (struct dirent *entry; (entry = readdir(folder));) {
    struct stat status;
    if (stat(entry->d_name, &status)) fail(entry->d_name);
    if (!S_ISREG(status.st_mode)) continue;
    files = realloc(files, (total + 1) * sizeof *files);
    struct file *file = &files[total++];
    *file = (struct file){strdup(entry->d_name), malloc(status.st_size + 1), status.st_size};
    int from = open(entry->d_name, O_RDONLY);
    if (read(from, file->bytes, file->size) != (ssize_t)file->size) fail(entry->d_name);
    close(from);
  }
  if (chdir(arguments[2])) fail(arguments[2]);
  double start = work();
  for (size_t i = 0; i < total; i++) {
    int to = open(files[i].name, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (to < 0 || write(to, files[i].bytes, files[i].size) != (ssize_t)files[i].size)
      fail(files[i].name);
    close(to);
  }
  printf("%.3f\n", work() - start);
}
