(function (d) {
  if (!("noModule" in HTMLScriptElement.prototype && window.HTMLDialogElement)) return;
  d.classList.add("js");
  addEventListener("load", function () {
    if (!d.dataset.shell) d.classList.remove("js");
  });
  try {
    var at = "handbook:" + new URL(d.dataset.root, location.href).pathname;
    var theme = localStorage.getItem(at + ":theme");
    var lang = localStorage.getItem(at + ":lang");
    if (theme === "light" || theme === "dark") d.dataset.theme = theme;
    if (lang && lang !== d.lang) d.dataset.wish = lang;
  } catch (e) {}
})(document.documentElement);
