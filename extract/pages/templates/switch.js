(function () {
  var root = document.documentElement;
  function show(lang) {
    root.lang = lang;
    root.dir = lang === "ar" ? "rtl" : "ltr";
    try { localStorage.setItem("mahdar-language", lang); } catch (e) { /* a page opened from a file may not remember */ }
  }
  var chosen = location.hash === "#en" ? "en" : location.hash === "#ar" ? "ar" : null;
  try { chosen = chosen || localStorage.getItem("mahdar-language"); } catch (e) { /* as above */ }
  if (chosen === "en") show("en");
  addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("switch");
    button.hidden = false;
    button.addEventListener("click", function () { show(root.lang === "ar" ? "en" : "ar"); });
  });
})();
