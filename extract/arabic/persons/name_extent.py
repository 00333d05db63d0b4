"""Where a personal name begins and ends: by known given names, joiners, and words that cannot be part of one."""

from __future__ import annotations

from typing import Final

from extract.arabic.names.bodies import headed
from extract.arabic.persons.family_names import (
    calls_for_family,
    is_courtesy_name,
    is_family,
    is_spaced_hyphen,
    is_syllable,
    is_worded_family,
)
from extract.arabic.persons.misread_families import is_misread_family, is_third_foreign
from extract.arabic.persons.words import (
    FATHERS,
    INSIDE_TITLES,
    JOINERS,
    LINEAGE,
    Reading,
    is_blessing,
    is_named_assistant,
    is_strange,
    opens_foreign_name,
    opens_title,
    opens_worded_name,
    unclitic,
)

_LONGEST: Final = 7  # words of a name, its fathers not counted
_FUNCTION: Final = ("prep", "conj", "part", "pron", "adv")


# Before the family of a foreign name: «ستيفان لو فول»; what stands behind is a name, whatever else it may mean.
_PARTICLES: Final = frozenset(("لو", "دي", "دا", "دو", "فون", "فان", "دير", "ماك"))


_NO_INITIALS: Final = ("و", "ف", "ب", "ل", "ي", "ت", "س", "ن")  # of a word that nobody knows, more often a clitic's or a verb's
_MAGHREBI: Final = ("بل", "بن", "بو")  # what families begin with: بلحاج, بنعبدالله, بوعياش

# «التقى الملك مساء الثلاثاء»: when, and no name.
DAY_WORDS: Final = frozenset(("اول", "مساء", "صباح", "ظهر", "فجر", "اليوم", "امس", "يوم", "غدا", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت"))


_FOR: Final = frozenset(("متحدث", "متحدثه", "المتحدث", "المتحدثه", "ناطق", "ناطقه", "الناطق", "الناطقه", "الرسمي", "الرسميه", "رسمي", "رسميه", "متحدثا", "ناطقا"))  # before «باسم», in whose name they speak
_OUTLETS: Final = frozenset(("نيوز", "تايمز", "بوست"))  # what newspapers and channels end with, and no man
_ANY: Final = frozenset(("أية", "اية", "أيّة", "أيّ", "أي", "اي", "وأية"))  # «لم يبد الوزير أية رغبة»


def _opens_none(reading: Reading, i: int) -> bool:
    """Whether the word at ``i`` is no first word of a name behind a title: «متحدث | باسم فيسبوك», «لم يبد الوزير | أية رغبة», «التقى الرئيس | مشايخ القبائل»."""
    document = reading.document
    if i >= len(document.tokens):
        return True
    word = document.norms[i]
    if word == "باسم":
        return i > 0 and any(w in _FOR for w in unclitic(document.norms[i - 1]))
    if document.tokens[i].text in _ANY:
        return i + 1 >= len(document.norms) or document.norms[i + 1] != "الله"
    return i not in reading.document.covering and word not in reading.lexicon.given_names and headed(word, reading.lexicon.body_heads) is not None


def name_end(reading: Reading, i: int, words: int = 0) -> int:
    """The token after a personal name that begins at ``i``; ``i`` itself where no name begins there.

    ``words`` is 1 where the word at ``i`` is a given name with و before it: «ونورة الكعبي».
    """
    document, lexicon = reading
    covering = document.covering
    tokens = document.tokens
    if _opens_none(reading, i):
        return i
    j, whole = i + words, False
    while j < len(tokens) and (words < _LONGEST or tokens[j].norm in LINEAGE or tokens[j - 1].norm in LINEAGE):  # «محمد بن فهد بن تركي بن عبد العزيز آل سعود»: a line of fathers is as long as it is
        token, name = tokens[j], covering.get(j)
        fathered = j > i and (tokens[j - 1].norm in FATHERS or name is None and (tokens[j - 1].norm == "ال" or tokens[j - 1].norm == "عبد" and token.norm.startswith("ال")) or words > 1 and tokens[j - 1].norm == "ابو" and name is None)  # «نصري أبو جيش»
        if j > i and "\n" in document.text[tokens[j - 1].end : token.start]:
            break
        if whole and not (fathered or token.norm in ("بن", "ال", "بنت") or tokens[j - 1].norm in ("ال", "عبد") or name is not None and name.kind == "person"):
            break  # what the gazetteer knows as a whole name goes on with بن alone
        if name is not None and name.kind == "person":
            before = covering.get(j - 1)
            another = whole and before is not None and before.entity_id != name.entity_id and tokens[j - 1].norm not in LINEAGE
            if j > i and (another or name.clitics):
                break  # «ترامب وكيم», «التقى الرئيس شي جين بينغ | عاموس هوكشتاين»: the next person
            while j < len(tokens) and covering.get(j) is name:
                j += 1
                words += 1
            whole = True
            continue
        if token.text == "-" and j > i and (tokens[j - 1].end == token.start or is_spaced_hyphen(reading, i, j)):
            j += 1
            continue
        if _is_no_name(reading, j, words) or words == 1 and not fathered and token.norm not in FATHERS and tokens[i].norm in lexicon.surnames and (token.norm[:1] in "وبلف" or not is_strange(reading, j)):
            break  # «الرئيس ترامب بإلحاح»
        named = token.norm in ("صباح", "فجر") and j == i and not (j + 1 < len(tokens) and tokens[j + 1].norm in DAY_WORDS)  # «الشيخ صباح الأحمد»
        if token.kind != "word" or token.norm in DAY_WORDS and not named:
            break
        if token.norm == "فور" and j + 1 < len(tokens) and document.morphs[j + 1] is not None:
            break  # «المسؤول الأممي فور وصوله»
        hyphened = j > i and tokens[j - 1].text == "-" and (tokens[j - 1].end == token.start or is_spaced_hyphen(reading, i, j - 1))
        if not (fathered or hyphened) and not _goes_on(reading, j, words):
            break
        j += 1
        words += 1
    if not whole and words and _closes(reading, i, j):
        j, words = j + 1, words + 1
    if j == i and i and tokens[i - 1].text in "،,":
        return _between_commas(reading, i)
    if words == 1 and not whole and tokens[i].norm not in lexicon.given_names and not is_courtesy_name(reading, i, j):
        return i  # one unknown word is more often a common noun than a name
    if j > i and tokens[j - 1].norm in _OUTLETS:
        return i  # «رئيس فوكس نيوز»
    while j > i and (tokens[j - 1].norm in ("بن", "بنت", "ابن", "ابو", "ال", "عبد", "و", "لا", "دي", "ام") or tokens[j - 1].kind != "word"):
        j -= 1
    return j


def _between_commas(reading: Reading, i: int) -> int:
    """The token after a name of two to four words that a comma closes, whatever else its words may mean: «عمدة لندن، | صديق خان،»; ``i`` where none stands there."""
    document, lexicon = reading.document, reading.lexicon
    tokens, j, known = document.tokens, i, False
    while j < len(tokens) and j - i < 5 and tokens[j].text not in "،,":
        token, morph, given = tokens[j], document.morphs[j], tokens[j].norm in lexicon.given_names
        odd = token.kind != "word" or "\u064b" in token.text or token.text.endswith("ة") and not given or token.norm in DAY_WORDS or token.norm in INSIDE_TITLES
        if odd or j in reading.document.covering or opens_title(token.norm, lexicon):
            return i
        if morph is None:
            if not is_strange(reading, j, article=j > i) and not given or j == i and not given and (token.norm[:2] == "ال" or token.norm[:1] in _NO_INITIALS):
                return i
        elif morph.pos not in ("noun", "adj", "verb") or morph.preposition or morph.conjunction or morph.enclitic or morph.future or (j == i or not given) and morph.definite or j == i and not given:
            return i
        known = known or given or morph is None
        j += 1
    return j if 2 <= j - i < 5 and j < len(tokens) and known else i


def _is_no_name(reading: Reading, j: int, words: int) -> bool:
    """Whether the word at ``j`` blesses the man named before, or gives something to the next: «حفظه الله», «الرئيس مون لكيم إن»."""
    document, lexicon = reading
    token = document.tokens[j]
    following = document.tokens[j + 1] if j + 1 < len(document.tokens) else None
    if following is not None and (following.norm == "الله" and is_blessing(token) or token.norm == "لا" and document.morphs[j + 1] is not None):
        return True
    rest = token.norm[1:]
    fathers = following is not None and following.norm in FATHERS  # «محمد لامين ولد فلان»
    given = words > 0 and token.norm[:1] == "ل" and len(rest) > 2 and token.norm not in lexicon.given_names and not fathers
    return given and (rest in lexicon.surnames or rest in lexicon.given_names)


def _closes(reading: Reading, i: int, j: int) -> bool:
    """Whether the word at ``j`` is the last of a name between commas: «، عبد الرحيم مزيان،», whatever else it may mean."""
    document, lexicon = reading
    covering = document.covering
    tokens, morph = document.tokens, document.morphs[j] if j < len(document.tokens) else None
    if not 0 < i < j or j + 1 >= len(tokens) or tokens[i - 1].text not in "،," or tokens[j + 1].text not in "،,":
        return False
    token = tokens[j]
    if morph is None and not is_strange(reading, j) or morph is not None and (morph.pos not in ("noun", "adj", "verb") or morph.definite or morph.preposition or morph.conjunction or morph.enclitic or morph.future):
        return False
    odd = "\u064b" in token.text or token.text.endswith(("ة", "ا")) or token.norm in DAY_WORDS or token.norm in INSIDE_TITLES
    return not odd and j not in covering and tokens[i].norm in lexicon.first_names.union(("عبد",)) and not opens_title(token.norm, lexicon)


def _goes_on(reading: Reading, j: int, words: int) -> bool:
    """Whether the word at ``j``, not known as a name, is one of a name of which ``words`` words stand before it."""
    document, lexicon = reading
    covering = document.covering
    token, morph, name = document.tokens[j], document.morphs[j], covering.get(j)
    following = document.tokens[j + 1] if j + 1 < len(document.tokens) else None
    if not words and following is not None and following.norm in ("بن", "بنت") and not token.norm.startswith(("ال", "لل")) and (morph is None or morph.pos not in _FUNCTION):
        return True  # «سلطان بن سعيد»
    if words and token.norm == "الحاج" and following is not None and following.norm in lexicon.given_names and document.tokens[j - 1].norm in lexicon.given_names:
        return True  # «مريم الحاج إبراهيم»
    if not words and name is None and (opens_foreign_name(reading, j) or is_named_assistant(reading, j)):
        return True  # «معالي فرقات صديقوف», «معالي | مساعد البراك»
    if words and document.tokens[j - 1].norm in _PARTICLES and name is None and _is_bare(reading, j):
        return True
    if words and name is None and is_syllable(reading, j):
        return True  # «كيم كي غوان», «هين صم رين»
    if token.text == "آن" and not words and following is not None and is_strange(reading, j + 1):
        return True  # «آن هيدالغو», spelled like «أن»
    if opens_worded_name(reading, j) or words and token.norm not in DAY_WORDS and is_worded_family(reading, j, words):
        return True
    if is_misread_family(reading, j, words) or is_third_foreign(reading, j, words):
        return True
    ali = token.text in ("علي", "وعلي", "لعلي")  # written with ya it is no «على»
    compound = following is not None and following.norm in ("الدين", "الله") and len(token.norm) < 5  # «عز الدين»
    if ali or compound and (morph is None or morph.pos not in _FUNCTION):
        return True
    known, joiner = token.norm in lexicon.given_names, token.norm in JOINERS and not token.text.startswith(("فإن", "فأن"))
    titled = token.norm in lexicon.titles and following is not None and following.norm.startswith("ال")  # «فلان بن سعيد الوزير المرافق»
    family = token.norm.startswith("ال") and not titled and calls_for_family(reading, j, words) and is_family(reading, j)
    if name is not None and not (name.kind == "nisba" and (known or family) or known and name.kind == "place"):
        return False
    if family and morph is not None and morph.pos in ("noun", "adj") and morph.definite and not (morph.conjunction or morph.preposition):
        return True  # «المهندس إبراهيم العمر», «عادل المغربي»: a given name is seldom all of a name
    if family and morph is None and token.norm in lexicon.titles and not (following is not None and following.norm in lexicon.given_names):
        return True  # «إبراهيم السلطان»
    if joiner:
        return words > 0 or token.norm != "لا"  # «الرئيس لا يصلح للمنصب»
    if known:
        return morph is None or morph.pos not in _FUNCTION and (words > 0 or morph.pos != "verb")
    if not is_strange(reading, j, article=words > 0):
        return False
    if not words:
        return not token.text.startswith(("ال", "و"))  # a name that nobody knows seldom begins with the article
    if token.norm.startswith("و") and (words > 1 or token.norm[1:] in lexicon.given_names):
        return False
    arab = (first := document.norms[j - words]) in lexicon.first_names and first not in lexicon.foreign_names
    if words > 2 and document.tokens[j - 2].norm in FATHERS and token.norm[:1] not in "وبلفيت":
        return True  # «حازم بن مصطفى زقزوق»
    if words > 1 and arab and token.norm.startswith(_MAGHREBI) and len(token.norm) > 4:
        return True  # «مصطفى جميل بلجون»
    if words > 1 and len(document.tokens[j - 1].norm) == 2 and document.tokens[j - 1].norm not in JOINERS:
        return True  # «دي مي | ستورا»
    if words > 1 and token.norm.endswith(("ين", "ون")) and token.norm.startswith("ال") and document.tokens[j - 1].norm.startswith("ال") and document.tokens[j - 1].norm not in JOINERS:
        return False  # «دعا المهندس فهد العمران المبتعثين»
    if words > 1 and token.text.endswith("ة") and not token.text.startswith("ال") and not arab and document.tokens[j - 1].norm not in JOINERS:
        return False  # «كيم جونغ أون مثمرة»: of a foreign name hardly a word ends so; but «هيفاء أبو غزالة»
    # «عبد الرحيم مزيان» has but one given name; «الملك عبد الله» needs no other.
    if words == 2 and arab and token.norm[:1] not in "وبلفكيتسنا" and document.norms[j - 1] in lexicon.first_names and not document.norms[j - 2].endswith("عبد"):
        return True  # «محمد ماهر قباقيبي»
    given = words == 1 or words == 2 and document.tokens[j - 2].norm == "عبد" and not token.text.endswith("ه") and not document.tokens[j - 3].norm.endswith("الملك")
    return given or token.text.startswith("ال") or not (arab or token.norm[:1] in "يتس" and len(token.norm) > 3)


def _is_bare(reading: Reading, j: int) -> bool:
    """Whether the word at ``j`` carries no conjunction, preposition or article: «فول» behind «ستيفان لو»."""
    morph, word = reading.document.morphs[j], reading.document.tokens[j].norm
    if morph is None:
        return word[:1] not in "وبل"
    return morph.pos in ("noun", "adj") and not (morph.definite or morph.conjunction or morph.preposition)


def written_name(reading: Reading, begin: int, end: int) -> tuple[int, int, str]:
    """Span and form of the name in tokens ``begin:end``, without a proclitic that a known name carries: «وفلاديمير بوتين»."""
    tokens, known = reading.document.tokens, reading.document.covering.get(begin)
    words = [t.text for t in tokens[begin:end] if t.kind == "word"]
    start = tokens[begin].start
    if known is not None and known.kind == "person" and tokens[begin].start < known.start < tokens[begin].end and words:
        words[0], start = words[0][known.start - start :], known.start
    elif known is None and len(words) > 1 and words[0].startswith("و") and (norm := tokens[begin].norm) not in reading.lexicon.given_names and (norm[1:] in reading.lexicon.given_names or norm[1:] in reading.lexicon.title_heads or len(norm) > 4 and tokens[begin - 1].text == "،"):
        words[0], start = words[0][1:], start + 1
    return start, tokens[end - 1].end, " ".join(words)
