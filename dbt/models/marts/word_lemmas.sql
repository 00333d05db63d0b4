select word, lemma from {{ source('raw', 'word_lemmas') }}
