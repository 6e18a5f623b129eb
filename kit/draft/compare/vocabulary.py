"""Words of four languages that comparing needs to know: small words, months, numbers, units, words of caution."""

from __future__ import annotations

STOP = {
    "en": """a about above after again against all also although always am an and another any are around as at be
        became because been before being below between both but by can could did do does doing down
        during each even every few first for from further had has have having he her here hers him his
        how i if in into is it its just last least less like made make many may me might more most much
        must my near never new no nor not now of off often on once one only or other our out over own
        per rather same several she should since so some still such than that the their them then there
        these they this those though through to too two under until up upon us very was we were what
        when where which while who whom whose why will with within without would yes yet you your""",
    "fr": """à afin ai ainsi alors après as au aucun aucune aujourd'hui auprès aussi autant autre autres aux avaient
        avait avant avec avez avoir avons ayant bien c ça car ce ceci cela celle celles celui cependant
        certains ces cet cette ceux chaque chez ci comme comment d dans de dehors déjà depuis derrière
        des dès désormais dessus deux devant doit donc dont du durant elle elles en encore enfin ensuite
        entre envers es est et étaient était étant été être eu eux fait faire fois font hors ici il ils
        j jamais je jusqu jusque l la là laquelle le lequel les lesquels leur leurs lors lorsqu lorsque
        lui m ma mais malgré me même mêmes mes mieux moi moins mon n ne ni non nos notre nous on ont ou
        où outre par parce parmi pas pendant peu peut peuvent plus plusieurs plutôt pour pourquoi
        pourrait près puis puisque qu quand que quel quelle quelles quelque quelques quels qui quoi rien
        s sa sans se selon sera serait ses seulement si sien soi soit son sont sous souvent sur t ta
        tandis te tel telle tels tes toi ton toujours tous tout toute toutefois toutes très trop tu un
        une vers via voici voilà vont vos votre vous y""",
    "es": """a ahora al algo alguna algunas alguno algunos ante antes aquel aquella aquí así aun aún aunque bajo bien
        cada casi como cómo con contra cual cuál cuales cuando cuándo cuanto de del desde después donde
        dónde dos durante e el él ella ellas ellos en entonces entre era eran es esa esas ese eso esos
        esta está están estas este esto estos fue fueron ha haber había habían habrá han hasta hay he
        hoy incluso la las le les lo los luego más me mediante mi mientras mis mismo mucha muchas mucho
        muchos muy nada ni no nos nosotros nuestra nuestro nunca o os otra otras otro otros para pero
        poco por porque pues que qué quien quién quienes se sea según ser será si sí sido siempre sin
        sino sobre solo sólo son su sus también tan tanto te tiene tienen todo toda todas todos tras tu
        tú un una unas uno unos usted ustedes va vez y ya yo""",
    "it": """a abbiamo ad agli ai al alcune alcuni all alla alle allo allora altra altre altri altro anche ancora
        anno aveva avere avevano c ce che chi ci ciò coi col come con contro cosa così cui d da dagli
        dai dal dall dalla dalle dallo degli dei del dell della delle dello dentro di dopo dove due e è
        ecco ed era erano essa esse essere essi fa fino fra già gli ha hai hanno ho i il in infatti
        inoltre io l la là le lei li lo loro lui ma me meno mentre mi mia mio molta molte molti molto ne
        negli nei nel nell nella nelle nello nessuna nessuno no noi non nostra nostro o od ogni oggi ora
        per perché perciò però più poco poi prima proprio può qual quale quali quando quanto quasi quel
        quell quella quelle quelli quello quest questa queste questi questo qui quindi s sarà se secondo
        sei sempre senza si sia siamo solo sono sopra sotto sta stata state stati stato su sua sue sugli
        sui sul sull sulla suo suoi tra tu tua tutta tutte tutti tutto un un' una uno v verso vi voi
        vostra""",
}
"""Words too common to say what a sentence is about; also those that begin a sentence and are no name."""

SMALL = {language: frozenset(listed.split()) for language, listed in STOP.items()}

ANY_SMALL = frozenset().union(*SMALL.values())

MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "january janvier enero gennaio",
            "february février fevrier febrero febbraio",
            "march mars marzo",
            "april avril abril aprile",
            "may mai mayo maggio",
            "june juin junio giugno",
            "july juillet julio luglio",
            "august août aout agosto",
            "september septembre septiembre setiembre settembre",
            "october octobre octubre ottobre",
            "november novembre noviembre novembre",
            "december décembre decembre diciembre dicembre",
        ),
        1,
    )
    for name in names.split()
}
"""The number of each month by its name in four languages."""

NUMBERS = {
    word: number
    for number, listed in {
        2: "two deux dos due",
        3: "three trois tres tre",
        4: "four quatre cuatro quattro",
        5: "five cinq cinco cinque",
        6: "six seis sei",
        7: "seven sept siete sette",
        8: "eight huit ocho otto",
        9: "nine neuf nueve nove",
        10: "ten dix diez dieci",
        11: "eleven onze once undici",
        12: "twelve douze doce dodici",
        13: "thirteen treize trece tredici",
        14: "fourteen quatorze catorce quattordici",
        15: "fifteen quinze quince quindici",
        16: "sixteen seize dieciséis sedici",
        20: "twenty vingt veinte venti",
        30: "thirty trente treinta trenta",
        40: "forty quarante cuarenta quaranta",
        50: "fifty cinquante cincuenta cinquanta",
        60: "sixty soixante sesenta sessanta",
        100: "hundred cent cien cento",
    }.items()
    for word in listed.split()
}
"""Numbers that are written out, up to twelve and the usual round ones."""

ONE = ("a", "one", "un", "une", "uno", "una")
"""Counts only before a million."""

SCALES = {
    "thousand": 10**3,
    "mille": 10**3,
    "mil": 10**3,
    "mila": 10**3,
    "million": 10**6,
    "millions": 10**6,
    "millón": 10**6,
    "millones": 10**6,
    "milione": 10**6,
    "milioni": 10**6,
    "mil millones": 10**9,
    "milliard": 10**9,
    "milliards": 10**9,
    "miliardo": 10**9,
    "miliardi": 10**9,
    "bn": 10**9,
    "billón": 10**12,
    "billones": 10**12,
    "trillion": 10**12,
    "trillions": 10**12,
}
"""What multiplies a number; “billion” is missing, for it is a thousand times more in French than in English."""

UNITS = {
    "usd": ("dollars", "dollar", "dólares", "dólar", "dollari", "dollaro", "usd"),
    "eur": ("euros", "euro", "eur"),
    "gbp": ("pounds", "pound", "livres sterling", "libras", "sterline", "gbp"),
    "percent": ("%", "percent", "per cent", "pour cent", "por ciento", "per cento"),
}
"""Units that are the same in every language, by the words for them."""

SIGNS = {"$": "usd", "us$": "usd", "€": "eur", "£": "gbp"}

PERIODS = {
    "month": (
        "par mois",
        "a month",
        "per month",
        "each month",
        "every month",
        "monthly",
        "al mes",
        "por mes",
        "mensuales",
        "cada mes",
        "al mese",
        "mensili",
        "mensuels",
        "chaque mois",
    ),
    "year": (
        "par an",
        "a year",
        "per year",
        "each year",
        "every year",
        "annually",
        "al año",
        "por año",
        "anuales",
        "all'anno",
        "annui",
        "l'an",
        "chaque année",
    ),
    "day": ("par jour", "a day", "per day", "daily", "al día", "por día", "al giorno"),
}

THINGS = {
    "researcher": "researchers researcher chercheurs chercheur investigadores investigador ricercatori ricercatore",
    "person": "people persons person personnes personne personas persona persone",
    "employee": "employees employee employés employé salariés empleados empleado trabajadores dipendenti dipendente",
    "user": "users user utilisateurs utilisateur usuarios usuario utenti utente",
    "company": "companies company entreprises entreprise empresas empresa compañías aziende azienda imprese",
    "country": "countries country pays países país paesi paese",
    "pupil": "pupils pupil students student élèves élève étudiants alumnos estudiantes alunni studenti",
    "manager": "executives executive managers cadres cadre dirigeants directivos dirigenti dirigente",
    "developer": "developers developer développeurs développeur desarrolladores sviluppatori sviluppatore",
    "year": "years year ans an années année años año anni anno",
    "month": "months month mois meses mes mesi mese",
    "day": "days day jours jour días día giorni giorno",
    "hour": "hours hour heures heure horas hora ore ora",
    "kilometre": "kilometres kilometers kilometre km kilomètres kilomètre kilómetros chilometri",
    "tonne": "tonnes tonne tons ton toneladas tonelada tonnellate tonnellata",
    "job": "jobs job emplois emploi postes empleos puestos posti",
    "model": "models model modèles modèle modelos modelo modelli modello",
    "death": "deaths death morts mort décès muertos muertes morti decessi",
}
"""Things that are often counted, so that a count can be matched between languages; others only within one."""

THING = {word: thing for thing, listed in THINGS.items() for word in listed.split()}

HEDGES = {
    "up-to": (
        "jusqu'à",
        "jusqu'aux",
        "up to",
        "as much as",
        "as many as",
        "at most",
        "no more than",
        "hasta",
        "como máximo",
        "fino a",
        "al massimo",
        "au plus",
        "au maximum",
    ),
    "about": (
        "environ",
        "à peu près",
        "autour de",
        "quelque",
        "about",
        "around",
        "roughly",
        "some",
        "approximately",
        "an estimated",
        "unos",
        "unas",
        "alrededor de",
        "aproximadamente",
        "cerca de",
        "circa",
        "intorno a",
        "all'incirca",
        "approssimativamente",
        "~",
    ),
    "nearly": ("près de", "presque", "nearly", "almost", "close to", "casi", "quasi", "cerca di", "poco meno di"),
    "more-than": (
        "plus de",
        "plus d'",
        "more than",
        "over",
        "upwards of",
        "más de",
        "oltre",
        "più di",
        "ou plus",
        "or more",
        "o más",
        "o più",
    ),
    "at-least": ("au moins", "at least", "al menos", "por lo menos", "como mínimo", "almeno", "au minimum"),
    "less-than": ("moins de", "less than", "fewer than", "under", "menos de", "meno di"),
}
"""Words of caution beside a number, by what they say."""
