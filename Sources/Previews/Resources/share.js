// Gives each frame the length of its mail. The mails run nothing; without this script, they scroll.
"use strict";
(() => {
  const fit = (frame) => {
    const page = frame.contentDocument;
    if (!page || !page.body) return;
    frame.style.height = "0";
    frame.style.height = `${Math.ceil(page.documentElement.scrollHeight) + 2}px`;
  };
  const all = () => document.querySelectorAll("iframe").forEach(fit);
  for (const frame of document.querySelectorAll("iframe")) {
    frame.addEventListener("load", () => fit(frame));
    fit(frame);
  }
  addEventListener("load", all);
  addEventListener("beforeprint", all);
})();
