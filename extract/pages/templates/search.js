(function () {
  // The same folding as the reading: letters that are written in more than one way count as one, vowel signs not at all.
  function fold(text) {
    return text.toLowerCase().replace(/شئون/g, "شؤون").replace(/مسئول/g, "مسؤول").normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, "")
      .replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه").replace(/ؤ/g, "و").replace(/ئ/g, "ي");
  }
  var index = JSON.parse(document.getElementById("index").textContent).map(function (e) { return [e, fold(e[2] + " " + e[3] + " " + e[1])]; });
  var kinds = document.getElementById("kinds").content, input = document.getElementById("q"), list = document.getElementById("found"), count = document.getElementById("count");
  function label(kind) { return kinds.querySelector('[data-kind="' + kind + '"]').cloneNode(true); }
  function run() {
    var parts = fold(input.value).split(/\s+/).filter(Boolean);
    var hits = parts.length ? index.filter(function (e) { return parts.every(function (p) { return e[1].indexOf(p) >= 0; }); }) : [];
    list.textContent = "";
    hits.slice(0, 100).forEach(function (hit) {
      var e = hit[0], item = document.createElement("li"), kind = label(e[0]), link = document.createElement("a");
      kind.className = "soft small";
      link.href = e[0] + "/" + encodeURIComponent(e[1]) + ".html";
      link.dir = "auto";
      link.textContent = document.documentElement.lang === "en" && e[3] ? e[3] : e[2];
      item.append(link, " · ", kind);
      list.append(item);
    });
    count.textContent = hits.length ? String(hits.length) : "";
    if (parts.length && !hits.length) count.append(label("none"));
    history.replaceState(null, "", parts.length ? "?q=" + encodeURIComponent(input.value) : location.pathname);
  }
  input.value = new URLSearchParams(location.search).get("q") || "";
  input.addEventListener("input", run);
  document.getElementById("switch").addEventListener("click", run);
  run();
})();
