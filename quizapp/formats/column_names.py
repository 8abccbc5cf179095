"""What people and programs call the columns of their tables of cards, in several languages."""

import re
from collections.abc import Mapping
from typing import Final

_NAMES: Final[Mapping[str, str]] = {
    "question": """
        question questions question_text questiontext front front_side
        term terms word words prompt q expression cue text vocab
        vocabulary side_1 side1 kanji hanzi simplified target_word
        headword lemma country frage fragen fragetext vorderseite
        begriff wort vokabel pregunta preguntas anverso palabra
        término termino mot recto terme domanda domande fronte parola
        termine pergunta frente palavra vraag voorkant woord pytanie
        przód słowo awers вопрос слово термин fråga framsida ord
        otázka 问题 正面 单词 問題 表 単語
        """,
    "answer": """
        answer answers answer_text back back_side definition
        definitions meaning meanings translation a correct_answer
        correctanswer correct_answers right_answer correct_response
        capital solution response side_2 side2 gloss antwort antworten
        rückseite rueckseite lösung loesung übersetzung uebersetzung
        bedeutung respuesta respuestas reverso respuesta_correcta
        traducción traduccion significado definición réponse reponse
        réponses verso traduction définition bonne_réponse risposta
        risposte retro traduzione definizione risposta_corretta
        resposta tradução traducao resposta_correta antwoord
        achterkant vertaling odpowiedź odpowiedz tył tłumaczenie
        rewers ответ перевод определение svar baksida odpověď 答案 背面 意思
        翻译 答え 裏 意味
        """,
    "wrong": """
        wrong incorrect distractor distractors wrong_answer wrong_answers incorrect_answer
        incorrect_answers wrong_option falsch falsche_antwort falsche_antworten incorrecta
        respuesta_incorrecta mauvaise_réponse faux errata risposta_errata
        """,
    "choice": """
        choice choices option options opt alternative alternatives
        answer_option answer_options answer_choice answer_choices
        possible_answers auswahl antwortmöglichkeit
        antwortmöglichkeiten opción opcion opciones choix opzione
        opzioni opção opcao opções optie opties opcja вариант variante
        varianten 选项
        """,
    "right": """
        correct right correct_option answer_key key correct_choice
        right_choice correct_index answer_index correctoption
        correctindex correct_answer_index correct_letter
        correct_option_index answer_letter richtig richtige_antwort
        korrekt correcta correcto correcte corretta correta juist
        prawidłowa poprawna правильный_ответ rätt 正确答案
        """,
    "explain": """
        explanation explanations explain example examples notes extra
        comment comments feedback reading rationale sentence
        example_sentence answer_explanation context details
        description remarks reason pronunciation pinyin kana furigana
        hiragana romaji ipa erklärung erklaerung begründung beispiel
        beispielsatz bemerkung anmerkung explicación explicacion
        ejemplo explication exemple spiegazione esempio explicação
        exemplo uitleg voorbeeld wyjaśnienie przykład объяснение
        пример förklaring 解释 例句 解説 例文
        """,
    "hint": """
        hint hints clue hinweis tipp pista indice suggerimento dica
        подсказка 提示 ヒント mnemonic eselsbrücke
        """,
    "tags": """
        tag tags level category categories topic topics block chapter
        group unit lesson subject section theme difficulty subtopic
        module keywords labels schlagwort schlagwörter kategorie thema
        kapitel lektion etiqueta etiquetas categoría categoria tema
        étiquettes catégorie thème chapitre etichette argomento
        kategoria категория тема метки 标签 分类 タグ
        """,
    "deck": """
        deck deck_name deckname stapel kartenstapel mazo paquet mazzo
        baralho талия колода talia 牌组 デッキ
        """,
    "kind": "notetype note_type question_type card_type kind fragetyp kartentyp",
    "id": """
        id guid uid uuid identity note_id noteid card_id question_id
        """,
    "source": """
        source sources reference references citation quelle fuente bibliographie fonte источник
        """,
    "note": "note author_note internal_note",
    "image": """
        image picture img photo image_url image_link bild imagen
        immagine imagem afbeelding 图片 画像
        """,
    "media": """
        audio sound pronunciation_audio audio_file ton tonaufnahme 音频
        音声
        """,
}
_BY_NAME: Final = {name: role for role, names in _NAMES.items() for name in names.split()}
_LANGUAGES: Final = frozenset(
    """
    english german french spanish italian portuguese dutch polish russian swedish japanese
    chinese korean latin greek hebrew arabic turkish czech finnish danish norwegian hungarian
    mandarin cantonese vietnamese englisch deutsch französisch spanisch italienisch latein
    russisch inglés ingles español espanol francés alemán anglais français francais allemand
    espagnol inglese tedesco francese spagnolo engels duits frans nederlands en de fr es it pt
    nl pl ru sv ja zh ko la
    """.split()  # noqa: SIM905 - many words
)
"""Names and codes of languages: of two columns called so one is asked and the other is wanted."""
_COUNTS: Final = frozenset(
    "# no nr num number index idx row n lp № s_no sl_no sno question_number".split()  # noqa: SIM905
)
"""Columns that only count."""
_ASIDE: Final = re.compile(r"\s*\([^)]*\)|\s+[-–—]\s.*$")
_NUMBERED: Final = re.compile(
    r"^(.*?[^\W\d])[\s_.-]*(?:(\d{1,2})|(?<=[\s_.-])[a-h]|(?<=option|choice|answer)[a-h])$"
)
_LETTER_LIST: Final = ("a", "b")
_NUMBER_LIST: Final = ("1", "2")


def plain_name(name: str) -> str:
    """A name without what stands behind it: "Answer 1 - max 75 characters (optional)" is answer_1."""
    bare = _ASIDE.sub("", name.strip().casefold()) or name.strip().casefold()
    return re.sub(r"[\s.:/*?-]+", "_", bare).strip("_")


def role_of(name: str) -> str:
    """The role that a name stands for; "" if none."""
    plain = plain_name(name)
    if plain in _BY_NAME:
        return _BY_NAME[plain]
    match = _NUMBERED.match(plain)
    return _BY_NAME.get(match[1].strip("_"), "") if match else ""


def is_numbered(name: str) -> bool:
    """Whether it is one of several: "answer 1", "option_b"."""
    plain = plain_name(name)
    return plain not in _BY_NAME and _NUMBERED.match(plain) is not None


def is_language(name: str) -> bool:
    return plain_name(name) in _LANGUAGES


def only_counts(name: str) -> bool:
    """Whether a name says that its column counts the rows."""
    return plain_name(name) in _COUNTS or not plain_name(name)


def roles_of(names: list[str]) -> list[str]:
    """The roles of all columns by their names: those that mean something together first."""
    plain = [plain_name(name) for name in names]
    roles = [role_of(name) for name in names]
    for pair, signs in ((_LETTER_LIST, "abcdefgh"), (_NUMBER_LIST, "123456789")):
        if all(sign in plain for sign in pair):
            roles = [
                "choice" if len(name) == 1 and name in signs else role
                for name, role in zip(plain, roles, strict=True)
            ]
    many = sum(role == "answer" and is_numbered(name) for name, role in zip(names, roles, strict=True)) > 1
    told = "right" in roles or any(
        role == "answer" and not is_numbered(name) for name, role in zip(names, roles, strict=True)
    )
    if many and told:
        roles = [
            "choice" if role == "answer" and is_numbered(name) else role
            for name, role in zip(names, roles, strict=True)
        ]
    return roles
