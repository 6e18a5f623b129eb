"""What the first start says, in four languages: a table of its own, since nothing is installed yet.

Parses on Python 3.8, unlike `kit.words`; that is the only reason it is apart.
"""

from __future__ import annotations

import os
import sys

_WORDS = {
    "en": {
        "start": "Kit is getting ready. This happens once, takes about a minute and needs the internet.",
        "again": "Kit has changed since its last start and is getting ready again.",
        "waiting": "Another window is getting Kit ready; waiting for it.",
        "fetching": "  fetching {done} of {total}: {name}",
        "compiling": "  almost there",
        "pango": "  installing what PDF handouts need",
        "ready": "Kit is ready.",
        "pango missing": "PDF handouts need Pango, which this computer lacks; everything else works."
        " To get it, type:\n    {command}",
        "pango unknown": "PDF handouts need Pango, which this computer lacks; everything else works."
        " Install it with your system's package manager.",
        "python": "Kit needs Python 3.11 or newer; this is Python {version}. Install a newer one from"
        " https://www.python.org/downloads/ and start Kit with it, for instance: python3.13 -m kit",
        "pip": "Kit fetches its libraries with pip, and this Python has none. On Debian or Ubuntu type:\n"
        "    sudo apt-get install python3-pip\nElsewhere:\n    {python} -m ensurepip --user",
        "offline": "Kit could not reach the internet to fetch its libraries. Connect this computer and start"
        " Kit again.",
        "certificate": "This network does not let Kit check whom it is fetching from (a certificate is missing)."
        " Try another network, or ask whoever looks after this one for its certificate file and type:\n"
        "    export PIP_CERT=/where/it/is.pem",
        "read-only": "Kit cannot write in {folder}. Copy the whole folder to a place of your own, for instance"
        " your home folder, and start Kit there.",
        "full": "The disk is full: Kit needs about 200 MB in {folder}. Make room and start Kit again.",
        "no build": "A library Kit needs does not exist for this computer (Python {version} on {machine})."
        " Try another Python, for instance: python3.12 -m kit",
        "failed": "Kit could not be made ready. What the installer said is in {log}.",
        "keeping": "Kit goes on with the libraries it had.",
        "stopped": "Stopped. The next start begins again.",
    },
    "fr": {
        "start": "Kit se prépare. Cela n’arrive qu’une fois, prend environ une minute et demande internet.",
        "again": "Kit a changé depuis son dernier démarrage et se prépare à nouveau.",
        "waiting": "Une autre fenêtre prépare Kit ; on l’attend.",
        "fetching": "  téléchargement {done} sur {total} : {name}",
        "compiling": "  presque fini",
        "pango": "  installation de ce qu’il faut pour les PDF",
        "ready": "Kit est prêt.",
        "pango missing": "Les documents PDF ont besoin de Pango, absent de cet ordinateur ; tout le reste"
        " fonctionne. Pour l’obtenir, tapez :\n    {command}",
        "pango unknown": "Les documents PDF ont besoin de Pango, absent de cet ordinateur ; tout le reste"
        " fonctionne. Installez-le avec le gestionnaire de paquets de votre système.",
        "python": "Kit a besoin de Python 3.11 ou plus récent ; celui-ci est Python {version}. Installez-en un"
        " depuis https://www.python.org/downloads/ et démarrez Kit avec lui, par exemple :"
        " python3.13 -m kit",
        "pip": "Kit télécharge ses bibliothèques avec pip, que ce Python n’a pas. Sous Debian ou Ubuntu, tapez :\n"
        "    sudo apt-get install python3-pip\nAilleurs :\n    {python} -m ensurepip --user",
        "offline": "Kit n’a pas pu joindre internet pour télécharger ses bibliothèques. Connectez cet"
        " ordinateur et relancez Kit.",
        "certificate": "Ce réseau empêche Kit de vérifier d’où viennent ses bibliothèques (il manque un"
        " certificat). Essayez un autre réseau, ou demandez le fichier du certificat à la personne qui s’occupe"
        " de celui-ci et tapez :\n    export PIP_CERT=/chemin/du/fichier.pem",
        "read-only": "Kit ne peut pas écrire dans {folder}. Copiez tout le dossier à un endroit à vous, par"
        " exemple votre dossier personnel, et démarrez Kit là.",
        "full": "Le disque est plein : Kit a besoin d’environ 200 Mo dans {folder}. Faites de la place et"
        " relancez Kit.",
        "no build": "Une bibliothèque dont Kit a besoin n’existe pas pour cet ordinateur (Python {version} sur"
        " {machine}). Essayez un autre Python, par exemple : python3.12 -m kit",
        "failed": "Kit n’a pas pu être préparé. Ce qu’a dit l’installateur se trouve dans {log}.",
        "keeping": "Kit continue avec les bibliothèques qu’il avait.",
        "stopped": "Arrêté. Le prochain démarrage recommencera.",
    },
    "es": {
        "start": "Kit se está preparando. Ocurre una sola vez, dura cerca de un minuto y necesita internet.",
        "again": "Kit ha cambiado desde la última vez y se está preparando de nuevo.",
        "waiting": "Otra ventana está preparando Kit; esperando.",
        "fetching": "  descargando {done} de {total}: {name}",
        "compiling": "  casi listo",
        "pango": "  instalando lo que necesitan los PDF",
        "ready": "Kit está listo.",
        "pango missing": "Los documentos PDF necesitan Pango, que falta en este ordenador; todo lo demás"
        " funciona. Para instalarlo, escriba:\n    {command}",
        "pango unknown": "Los documentos PDF necesitan Pango, que falta en este ordenador; todo lo demás"
        " funciona. Instálelo con el gestor de paquetes de su sistema.",
        "python": "Kit necesita Python 3.11 o más reciente; este es Python {version}. Instale uno desde"
        " https://www.python.org/downloads/ e inicie Kit con él, por ejemplo: python3.13 -m kit",
        "pip": "Kit descarga sus bibliotecas con pip, y este Python no lo tiene. En Debian o Ubuntu escriba:\n"
        "    sudo apt-get install python3-pip\nEn otros sistemas:\n    {python} -m ensurepip --user",
        "offline": "Kit no ha podido conectarse a internet para descargar sus bibliotecas. Conecte este"
        " ordenador e inicie Kit de nuevo.",
        "certificate": "Esta red no deja que Kit compruebe de dónde vienen sus bibliotecas (falta un"
        " certificado). Pruebe otra red, o pida el archivo del certificado a quien se ocupa de esta y escriba:\n"
        "    export PIP_CERT=/ruta/del/archivo.pem",
        "read-only": "Kit no puede escribir en {folder}. Copie toda la carpeta a un lugar suyo, por ejemplo su"
        " carpeta personal, e inicie Kit allí.",
        "full": "El disco está lleno: Kit necesita unos 200 MB en {folder}. Libere espacio e inicie Kit de nuevo.",
        "no build": "Una biblioteca que Kit necesita no existe para este ordenador (Python {version} en"
        " {machine}). Pruebe otro Python, por ejemplo: python3.12 -m kit",
        "failed": "No se ha podido preparar Kit. Lo que dijo el instalador está en {log}.",
        "keeping": "Kit sigue con las bibliotecas que tenía.",
        "stopped": "Detenido. El próximo inicio empezará de nuevo.",
    },
    "it": {
        "start": "Kit si sta preparando. Succede una volta sola, dura circa un minuto e richiede internet.",
        "again": "Kit è cambiato dall’ultimo avvio e si sta preparando di nuovo.",
        "waiting": "Un’altra finestra sta preparando Kit; in attesa.",
        "fetching": "  scaricamento {done} di {total}: {name}",
        "compiling": "  quasi pronto",
        "pango": "  installazione di ciò che serve ai PDF",
        "ready": "Kit è pronto.",
        "pango missing": "I documenti PDF hanno bisogno di Pango, che manca su questo computer; tutto il resto"
        " funziona. Per averlo, scrivere:\n    {command}",
        "pango unknown": "I documenti PDF hanno bisogno di Pango, che manca su questo computer; tutto il resto"
        " funziona. Installarlo con il gestore di pacchetti del sistema.",
        "python": "Kit richiede Python 3.11 o più recente; questo è Python {version}. Installarne uno da"
        " https://www.python.org/downloads/ e avviare Kit con quello, per esempio: python3.13 -m kit",
        "pip": "Kit scarica le sue librerie con pip, che questo Python non ha. Su Debian o Ubuntu scrivere:\n"
        "    sudo apt-get install python3-pip\nAltrove:\n    {python} -m ensurepip --user",
        "offline": "Kit non è riuscito a raggiungere internet per scaricare le sue librerie. Collegare il"
        " computer e riavviare Kit.",
        "certificate": "Questa rete non permette a Kit di verificare da dove arrivano le sue librerie (manca un"
        " certificato). Provare un’altra rete, o chiedere il file del certificato a chi si occupa di questa e"
        " scrivere:\n    export PIP_CERT=/percorso/del/file.pem",
        "read-only": "Kit non può scrivere in {folder}. Copiare tutta la cartella in un posto proprio, per esempio"
        " la cartella personale, e avviare Kit lì.",
        "full": "Il disco è pieno: Kit ha bisogno di circa 200 MB in {folder}. Fare spazio e riavviare Kit.",
        "no build": "Una libreria di cui Kit ha bisogno non esiste per questo computer (Python {version} su"
        " {machine}). Provare un altro Python, per esempio: python3.12 -m kit",
        "failed": "Non è stato possibile preparare Kit. Quello che ha detto l’installatore è in {log}.",
        "keeping": "Kit prosegue con le librerie che aveva.",
        "stopped": "Interrotto. Il prossimo avvio ricomincerà.",
    },
}


def language() -> str:
    """The user's language as `kit.words` chooses it: KIT_LANGUAGE, then the computer's own, else English."""
    names = [os.environ.get("KIT_LANGUAGE", ""), *os.environ.get("LANGUAGE", "").split(":")]
    names += [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    for name in names:
        code = name[:2].lower()
        if code in _WORDS and name[2:3] in ("", "_", "-", "."):
            return code
    return "en"


def sentence(name: str, /, **values: object) -> str:
    """The sentence called `name` in the user's language, its ``{places}`` filled."""
    return _WORDS[language()][name].format(**values)


def say(text: str) -> None:
    """Write a line on stderr, so that the output of `kit list` and its like stays clean."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def progress(text: str) -> None:
    """Overwrite the last line of a terminal with `text`; elsewhere, where it would only fill a log, do nothing."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K" + text)
        sys.stderr.flush()
