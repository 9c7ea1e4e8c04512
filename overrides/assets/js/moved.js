// A page that moved: keep the query and the fragment, which a refresh would drop.
const target = document.currentScript.dataset.target;
location.replace(target + location.search + location.hash);
