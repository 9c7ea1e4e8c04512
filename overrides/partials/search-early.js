// A search in the address (`?q=`) fetches its pieces while the scripts of the page are still on their way:
// one round trip less for whoever opens such a link. The engine then finds them fetched (js/search/engine.js).
{
  const { content } = document.querySelector("meta[name=search]");
  const query = (new URLSearchParams(location.search).get("q") || "").slice(0, 200); // as much as the field takes
  const fold = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/đ/g, "d");
  const bring = (path) => document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: path }));
  const isUnspaced = /[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff]/; // cut by the engine
  if (query.trim() && !isUnspaced.test(query)) {
    const { folder, firsts, pieces, common } = JSON.parse(content);
    const words = query.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) || [];
    const begins = words.filter((word) => !common.some((one) => one === word || fold(one) === word)).map(fold);
    const isWanted = (n) => begins.some((begin) => firsts[n] <= `${begin}\uffff` && !(firsts[n + 1] <= begin));
    pieces.filter((_, n) => isWanted(n)).forEach((name) => bring(document.documentElement.dataset.root + folder + name));
  }
}
