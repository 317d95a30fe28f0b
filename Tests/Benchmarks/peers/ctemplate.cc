// ctemplate, and plain memcpy for comparison: one recipient after the other into one buffer.
#include <ctemplate/template.h>
#include <ctemplate/template_dictionary.h>
#include <ctemplate/template_emitter.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

using namespace ctemplate;
using Person = std::vector<std::string>;

static std::string read(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  if (!file || text.str().empty()) {
    fprintf(stderr, "cannot read %s\n", path.c_str());
    exit(1);
  }
  return text.str();
}

static std::vector<Person> readPeople(const std::string &path) {
  std::vector<Person> people;
  std::istringstream text(read(path));
  for (std::string line; std::getline(text, line);) {
    Person person;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) person.push_back(cell);
    people.push_back(person);
  }
  people.erase(people.begin());
  return people;
}

// ctemplate's own way to hash a name once instead of at every use.
#define COLUMN(name) static const StaticTemplateString k##name = STS_INIT(k##name, #name)
COLUMN(NAME);
COLUMN(GRADE);
COLUMN(POINTS);
COLUMN(EXPIRES);
COLUMN(BRANCH);
COLUMN(COUPON);
COLUMN(CUSTOMER);
COLUMN(PRODUCT);
COLUMN(CITY);

static void fill(TemplateDictionary &dictionary, const Person &person) {
  const StaticTemplateString *names[] = {&kNAME,   &kGRADE,    &kPOINTS,  &kEXPIRES, &kBRANCH,
                                         &kCOUPON, &kCUSTOMER, &kPRODUCT, &kCITY};
  for (size_t index = 0; index < 9; index++)
    dictionary.SetValueWithoutCopy(*names[index], person[index + 1]);
}

// The same as its guide writes it: names are hashed at each use, values are copied.
static void fillPlainly(TemplateDictionary &dictionary, const Person &person) {
  const char *names[] = {"NAME",   "GRADE",    "POINTS",  "EXPIRES", "BRANCH",
                         "COUPON", "CUSTOMER", "PRODUCT", "CITY"};
  for (size_t index = 0; index < 9; index++) dictionary.SetValue(names[index], person[index + 1]);
}

// A parsed body, and the buffer that every mail is rendered into.
struct Mailer {
  std::unique_ptr<Template> body;
  std::string output;

  void render(const TemplateDictionary &dictionary) {
    output.clear();
    if (!body->Expand(&output, &dictionary)) exit(1);
  }

  void render(const Person &person, decltype(fill) *fill = ::fill) {
    TemplateDictionary dictionary("person");
    fill(dictionary, person);
    render(dictionary);
  }
};

using Clock = std::chrono::steady_clock;
using Nanoseconds = std::chrono::duration<double, std::nano>;

// Prints the times per mail of `round`, which returns those of all; the first one warms up.
template <typename Round>
static void report(const std::string &name, const char *version, size_t count, Round round) {
  std::vector<double> times;
  for (int number = 0; number <= 11; number++) {
    double time = Nanoseconds(round()).count() / count;
    if (number > 0) times.push_back(time);
  }
  std::sort(times.begin(), times.end());
  printf("%s\t%s\t%f\t%f\n", name.c_str(), version, times[0], times[5]);
}

static Nanoseconds copyAll(const std::string &mail, std::vector<char> &output, size_t count) {
  size_t sum = 0;
  auto start = Clock::now();
  for (size_t index = 0; index < count; index++) {
    memcpy(output.data(), mail.data(), mail.size());
    // Reading one byte keeps the copy from being left out.
    sum += output[index % output.size()];
  }
  Nanoseconds time = Clock::now() - start;
  if (sum == 0) exit(1);
  return time;
}

static Nanoseconds renderAll(Mailer &mailer, const std::vector<Person> &people,
                             decltype(fill) *fill) {
  auto start = Clock::now();
  for (const auto &person : people) mailer.render(person, fill);
  return Clock::now() - start;
}

// Dictionaries are made in blocks: 20,000 at once would measure memory rather than rendering.
static Nanoseconds renderAllReady(Mailer &mailer, const std::vector<Person> &people) {
  Nanoseconds time(0);
  for (size_t first = 0; first < people.size(); first += 100) {
    std::vector<std::unique_ptr<TemplateDictionary>> dictionaries;
    for (size_t index = first; index < std::min(first + 100, people.size()); index++) {
      dictionaries.emplace_back(new TemplateDictionary("person"));
      fill(*dictionaries.back(), people[index]);
    }
    auto start = Clock::now();
    for (const auto &dictionary : dictionaries) mailer.render(*dictionary);
    time += Clock::now() - start;
  }
  return time;
}

static void writeSamples(Mailer &mailer, const std::vector<Person> &people, const std::string &path) {
  std::ofstream mails(path, std::ios::binary);
  for (size_t index = 0; index < people.size(); index += 100) {
    mailer.render(people[index]);
    mails << '\0' << mailer.output;
  }
}

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  const std::string step = argv[1], folder = std::string(argv[2]) + "/";
  const char *version = argv[3];
  const auto people = readPeople(folder + "people.tsv");
  const std::string text = read(folder + "body.ctemplate");
  Mailer mailer;
  mailer.body.reset(Template::StringToTemplate(text, DO_NOT_STRIP));
  if (!mailer.body) return 1;

  std::string name;
  if (step == "memcpy") {
    mailer.render(people[0]);
    std::vector<char> output(mailer.output.size());
    report("memcpy", "C++", people.size(),
           [&] { return copyAll(mailer.output, output, people.size()); });
    return 0;
  } else if (step == "plain") {
    name = "ctemplate, as in its guide";
    report(name, version, people.size(), [&] { return renderAll(mailer, people, fillPlainly); });
  } else if (step == "both") {
    name = "ctemplate, static names, no copies";
    report(name, version, people.size(), [&] { return renderAll(mailer, people, fill); });
  } else {
    name = "ctemplate, rendering alone";
    report(name, version, people.size(), [&] { return renderAllReady(mailer, people); });
  }
  writeSamples(mailer, people, folder + name + ".mails");
}
