// Gives each frame the length of its mail, and makes those smaller that are wider than the window.
// The mails run nothing; without this script, they scroll.
"use strict";
(() => {
  const widths = { phone: 375, desktop: 640 };
  const fit = (frame) => {
    const page = frame.contentDocument;
    if (!page || !page.body) return;
    const width = frame.classList.contains("phone") ? widths.phone : widths.desktop;
    frame.style.zoom = Math.min(1, frame.closest("section").clientWidth / width);
    frame.style.height = "0";
    frame.style.height = `${Math.ceil(page.documentElement.scrollHeight)}px`;
  };
  const all = () => document.querySelectorAll("iframe").forEach(fit);
  for (const frame of document.querySelectorAll("iframe")) {
    frame.addEventListener("load", () => fit(frame));
    fit(frame);
  }
  addEventListener("load", all);
  addEventListener("resize", all);
  addEventListener("beforeprint", all);
})();
