"""Which language a text is in: Arabic is read, its neighbours in script and all others go aside."""

from __future__ import annotations

from collections import Counter

_SCRIPT = frozenset(map(chr, [*range(0x620, 0x64B), *range(0x66E, 0x6D6), *range(0x750, 0x780)]))
# Letters that Arabic does not have: Persian, Urdu, Kurdish, Uyghur.
_FOREIGN = {"fa": "پچژگ", "ur": "ٹڈڑےںھہ", "ckb": "ڕڵۆێە", "ug": "ەېۇۈۆ"}
# Words of grammar, written with the Arabic ي and ك: some sites write their neighbours' letters so, some Arabic ones not.
_GRAMMAR = {
    "ar": "في من على إلى الى أن ان إن التي الذي عن مع هذا هذه ما لا لم كان كانت قد بين بعد كما أو ذلك خلال حيث عند منذ حتى لكن",
    "fa": "در از به كه اين را با است براي مي شد شده هاي آن تا يك كرد خود نيز وي بود",
    "ur": "كے ميں كي ہے اور نے سے كو كا كہ پر ہيں تھا گيا",
    "ckb": "لە بۆ بە كە ئەم ئەو لەگەڵ دەكات هەروەها كرد",
    "ug": "ۋە بىلەن بۇ بىر ئۇ ئۈچۈن بولغان دەپ",
}
_WORDS = {word: code for code, words in _GRAMMAR.items() for word in words.split()}
# What pages beside Arabic ones are in; among all the detector's languages it takes plain English for Latin.
_ELSEWHERE = ["en", "fr", "es", "de", "it", "pt", "nl", "tr", "ru", "uk", "he", "el", "id", "ms", "hi", "bn", "zh", "ja", "ko", "az", "so", "sw"]
_SAMPLE = 2500  # characters that decide
MIN_LETTERS = 5  # ا and ل of a page, a quarter of all Arabic letters, below which nothing in it is an Arabic article
MIN_KEPT, MIN_SHARE = 30, 0.2  # words of Arabic that a text in another language must hold, and their share of it


def detect(text: str) -> str:
    """ISO 639 code: ar, fa, ur, ckb, ug, or the detector's guess for another script; «und» where there are no letters.

    Arabic texts quote foreign names, so a few foreign letters are no veto: one in fifty is.
    """
    sample = text[:_SAMPLE]
    words = _words(sample)
    letters = sum(map(len, words))
    if not letters:
        return "und"
    if sum([len(w) for w in words if w[0] in _SCRIPT]) / letters < 0.5:
        from resiliparse.parse.lang import detect_fast

        found = detect_fast(sample, langs=_ELSEWHERE)[0]
        return "und" if found == "unknown" else str(found)
    grammar = Counter(filter(None, map(_WORDS.get, words)))
    shares = {code: sum(map(sample.count, chars)) / letters for code, chars in _FOREIGN.items()}
    strange = max(shares, key=shares.__getitem__)
    neighbours = {code: n for code, n in grammar.items() if code != "ar"}
    spoken = max(neighbours, key=neighbours.__getitem__, default=strange)
    n_spoken = neighbours.get(spoken, 0)
    if shares[strange] > 0.02 and grammar["ar"] < 3 * max(2, n_spoken) and (n_spoken or not grammar["ar"]):
        return spoken if n_spoken >= 2 else strange
    return spoken if n_spoken > max(2, grammar["ar"]) else "ar"


def keep_arabic(text: str) -> tuple[str, str, list[str]]:
    """(language, text, paragraphs left out): the Arabic paragraphs of a mixed text, if they are enough for an article.

    A text that is Arabic as a whole keeps all its paragraphs; one without enough Arabic keeps its own language.
    """
    code = detect(text)
    if code == "ar":
        return code, text, []
    paragraphs = [p for p in text.split("\n") if p.strip()]
    arabic = [p for p in paragraphs if detect(p) == "ar" and _has_grammar(p)]
    words = sum(len(p.split()) for p in arabic)
    if words < MIN_KEPT or words < MIN_SHARE * len(text.split()):
        return code, text, []
    return "ar", "\n".join(arabic), [p for p in paragraphs if p not in arabic]


def may_be_arabic(page: str) -> bool:
    """Whether a page, markup and all, has letters enough for an Arabic article; most pages of the world have none."""
    return (alefs := page.count("ا")) >= MIN_LETTERS or alefs + page.count("ل") >= MIN_LETTERS


def _has_grammar(paragraph: str) -> bool:
    return any(_WORDS.get(w) == "ar" for w in _words(paragraph))


def _words(text: str) -> list[str]:
    """The words of a text that begin with a letter, near enough for counting."""
    return [w for w in text.replace("ی", "ي").replace("ک", "ك").split() if w[0].isalpha()]
