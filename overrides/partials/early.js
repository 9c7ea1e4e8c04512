(function (d) {
  d.classList.add("js");
  try {
    var at = "handbook:" + new URL(d.dataset.root, location.href).pathname;
    var theme = localStorage.getItem(at + ":theme");
    var lang = localStorage.getItem(at + ":lang");
    if (theme === "light" || theme === "dark") d.dataset.theme = theme;
    if (lang && lang !== d.lang) d.dataset.wish = lang;
  } catch (e) {}
})(document.documentElement);
