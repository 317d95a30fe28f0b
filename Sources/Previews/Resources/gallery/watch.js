
// MARK: Watching

// A page on disk can ask for nothing but images: the width of one says which writing it belongs to.
function watchStamp() {
  const image = new Image();
  image.addEventListener("load", () => {
    if (image.naturalWidth !== data.stamp) location.reload();
    else setTimeout(watchStamp, 500);
  });
  image.addEventListener("error", () => setTimeout(watchStamp, 2000));
  image.src = `index.watch.svg?${Date.now()}`;
}

if (data.stamp) watchStamp();
