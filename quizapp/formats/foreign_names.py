"""What people call the parts of a question, in many languages; likeliest first.

Case, accents, blanks, hyphens and leading signs do not matter: names are compared as `plain_name` gives them.
"""

import re
import unicodedata
from collections.abc import Mapping, Set
from functools import lru_cache
from typing import Final


@lru_cache(maxsize=4096)
def plain_name(key: str) -> str:
    """A key as it is looked up."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", key.strip())
    bare = unicodedata.normalize("NFKD", spaced.casefold())
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", "_", letters).strip("_")


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(plain_name, text.split())))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ASKED: Final = _names(
    "question q front prompt question_text questiontext question_title question_content question_body stem "
    "enunciado term ask statement statements assertion front_side card_front side1 keyword acronym "
    "frage fragetext vorderseite begriff pregunta domanda pergunta enonce vraag fråga pytanie otázka soru "
    "kysymys spørsmål spørgsmål întrebare kérdés pitanje вопрос питання 問題 質問 问题 題目 题目 题干 질문 "
    "câu_hỏi سؤال السؤال שאלה प्रश्न คำถาม ερώτηση pertanyaan soal kanji hanzi"
)
"""Keys that hold a question, whatever stands beside them."""
MAYBE_ASKED: Final = _names(
    "text title word name sentence label content body description expression vocab vocabulary native foreign "
    "original phrase problem task query wort mot palabra parola palavra слово 単語 单词 단어 lemma concept"
)
"""Keys that hold a question if an answer or choices stand beside them."""
ANSWERED: Final = _names(
    "answer a back correct_answer correct_answers correct_option correct_options correct_choice "
    "correct_choices answers correct solution solutions definition right right_answer right_answers "
    "answer_index answer_idx correct_index correct_idx correct_answer_index correct_option_index "
    "correct_choice_index correct_answer_id correct_option_id answer_id answer_key correct_answer_key "
    "answer_text correct_text correct_value correct_response correct_responses best_answer correctanswer "
    "correctanswers correctindex answerindex backs back_side card_back side2 meaning meanings translation "
    "translations definitions "
    "antwort antworten richtige_antwort richtige_antworten richtig lösung lösungen rückseite übersetzung "
    "respuesta respuesta_correcta respuestas_correctas correcta correctas solución réponse bonne_réponse "
    "bonnes_réponses réponse_correcte risposta risposta_corretta corretta soluzione resposta "
    "resposta_correta correta gabarito antwoord juiste_antwoord rätt_svar svar riktig_svar rigtigt_svar "
    "odpowiedź poprawna_odpowiedź prawidłowa_odpowiedź odpověď správná_odpověď cevap doğru_cevap vastaus "
    "oikea_vastaus răspuns răspuns_corect válasz helyes_válasz odgovor točan_odgovor ответ "
    "правильный_ответ верный_ответ відповідь 答え 正解 答案 正确答案 정답 답 đáp_án đáp_án_đúng إجابة "
    "الإجابة الإجابة_الصحيحة תשובה תשובה_נכונה उत्तर คำตอบ απάντηση jawaban kunci_jawaban jawaban_benar"
)
MAYBE_ANSWERED: Final = _names("response responses key result value valid expected output")
"""Keys that hold an answer beside a key of ASKED, if nothing else does."""
OPTIONS: Final = _names(
    "options choices option choice answer_options answer_choices answer_list possible_answers alternatives "
    "variants candidates selection "
    "antwortmöglichkeiten auswahl optionen opciones alternativas opções choix propositions opzioni scelte "
    "opties alternativ svarsalternativ svaralternativer możliwości seçenekler şıklar vaihtoehdot варианты "
    "варианты_ответов варианты_ответа варіанти 選択肢 选项 選項 선택지 보기 lựa_chọn خيارات الخيارات "
    "אפשרויות विकल्प pilihan pilihan_jawaban"
)
MAYBE_OPTIONS: Final = _names(
    "answers answer responses antworten respuestas réponses risposte respostas antwoorden svar odpowiedzi "
    "odpovědi cevaplar vastaukset ответы відповіді odgovori 回答 items"
)
"""Keys that hold choices if they tell which of them are right, or another key does; else right answers."""
WRONG: Final = _names(
    "incorrect_answers wrong wrong_answers distractors incorrect wrong_options incorrect_options "
    "incorrect_choices wrong_choices false_answers bad_answers decoys falsche_antworten "
    "respuestas_incorrectas incorrectas mauvaises_réponses risposte_errate respostas_incorretas fel_svar"
)
OTHER: Final[Mapping[str, tuple[str, ...]]] = {
    role: _names(names)
    for role, names in {
        "accept": "accept accepted accepted_answers alternatives_accepted acceptable_answers synonyms also "
        "alternative_answers other_answers variations",
        "explain": "explanation explain explanations help general_feedback feedback rationale comment "
        "comments info notes note extra details reason solution_text explication explicación explicacion "
        "erklärung spiegazione explicação uitleg förklaring wyjaśnienie açıklama объяснение пояснение 解説 "
        "解析 해설 giải_thích pembahasan example examples example_sentence beispiel remarks justification "
        "correct_feedback reference_text",
        "hint": "hint hints clue clues tip tips hinweis tipp pista indice indices ledtråd podpowiedź "
        "подсказка ヒント 提示 힌트",
        "tags": "tags tag category categories topic topics labels subject subjects chapter section theme "
        "subtopic topic_tags keywords kategorie kategori thema categoría catégorie categoria ämne тема "
        "категория カテゴリ 分类 章节 lesson unit",
        "id": "id guid uuid uid question_id qid card_id",
        "source": "source reference references citation cite bron quelle fuente",
        "link": "link url links",
        "image": "image img picture image_url photo imagen bild question_image question_pic image_path "
        "image_file imageurl",
        "sound": "audio sound audio_url sound_url audio_file",
        "fields": "fields",
        "code": "code snippet code_snippet",
        "lead": "passage context scenario stimulus case vignette reading_passage paragraph",
        "notes_on": "choice_explanations option_explanations answer_explanations choices_explanations",
        "pairs": "pairs matches matching match matchings",
        "tolerance": "tolerance margin error_margin",
        "unit_of": "unit units",
        "kind": "type question_type kind questiontype qtype typ format_type",
        "level": "difficulty difficulty_level",
    }.items()
}
"""Role -> what else may be said of a question."""
SETTLED: Final[Set[str]] = frozenset(
    _names(
        "points point level score weight order time time_limit timelimit timer number no num nr index seq "
        "position version created_at updated_at created updated date author marks amount_of_options "
        "is_multi_select multiple_correct_answers multiple required shuffle random language lang locale"
    )
)
"""Keys that say nothing a card could keep, and are left out without a word."""
CONTAINERS: Final[Set[str]] = frozenset(
    _names(
        "questions cards items notes data quiz results flashcards deck decks exam list entries content "
        "question_list note_groupings quizzes sections children pool elements pages words vocabulary terms "
        "database game games trivia rounds categories preguntas fragen perguntas domande questions_list "
        "question_bank questionbank bank set sets body payload response test tests exams parts groups group "
        "modules module passages readings lessons units chapters topics levels dialogs vocab wörter mots "
        "palabras"
    )
)
"""Keys that hold questions and say nothing of what they are about."""
WORDS: Final[Set[str]] = frozenset(
    _names(
        "words vocabulary vocab flashcards cards terms glossary definitions translations dictionary wörter"
    )
)
"""Keys, or names of files, that hold pairs of a word and what it means."""
TITLED: Final = _names(
    "title name category topic section chapter subject deck round unit heading theme label"
)
"""What a group of questions calls itself."""
RIGHT: Final = _names(
    "correct is_correct iscorrect right is_right isright is_answer isanswer is_true istrue true valid answer "
    "richtig korrekt ist_richtig correcta correcto es_correcta vrai juste est_correcte corretta corretto "
    "correta correto rätt верно правильный"
)
TEXT: Final = _names(
    "text answer_text option_text choice_text answer_content content body value option_value answer option "
    "choice item title name label description statement html sentence texto texte testo"
)
SIGNS: Final = _names("key id letter option_key option_id choice_id label option value index no number name")
"""What an option may be called by, beside its text."""
FEEDBACK: Final = _names("feedback explanation comment help rationale chosen_feedback reason why note")
TRUTHS: Final = _words("boolean bool true_false truefalse tf true_or_false judge yes_no judgement")
"""Kinds of questions that are answered with true or false."""
TRUE: Final = _words(
    "true richtig wahr vrai verdadero cierto vero verdadeiro waar sant prawda правда верно 正确 对 正しい 참 "
    "đúng صحيح נכון doğru totta tosi igaz adevărat pravda benar"
)
FALSE: Final = _words(
    "false falsch faux falso falsk onwaar fałsz ложь неверно 错误 错 誤り 거짓 sai خطأ שגוי yanlış epätosi "
    "hamis fals nepravda salah"
)
LANGUAGES: Final[Set[str]] = frozenset(
    _names(
        "english german french spanish italian portuguese dutch swedish norwegian danish finnish polish "
        "czech russian ukrainian greek latin turkish arabic hebrew hindi chinese japanese korean "
        "vietnamese thai indonesian deutsch englisch französisch spanisch italienisch español inglés "
        "français anglais italiano inglese en de fr es it pt nl sv no da fi pl cs ru uk el la "
        "tr ar he hi zh ja ko vi th id romaji "
        "hiragana kana pinyin target native_language source_language eng deu fra spa"
    )
)
