"""Lines that are no part of an article: comment forms, links to other articles, newsletters, credits; in four languages."""

from __future__ import annotations

import re

COMMENTS = re.compile(
    r"(?ix)^\W*(?:\d+\s+)?(?:"
    r"(?:comments?|commentaires?|comentarios?|commenti|replies|responses|respuestas|risposte|réactions|opiniones)"
    r"\s*(?:\(\s*\d+\s*\)|\d+)?"
    r"|(?:leave|post|add|write)\s+a\s+(?:comment|reply)|join\s+the\s+(?:conversation|discussion)|cancel\s+reply"
    r"|(?:laisser|laissez|ajouter|écrire|poster)\s+un\s+commentaire|(?:les\s+)?commentaires\s+des\s+lecteurs"
    r"|(?:deja|dejar|añadir|escribe|escribir)\s+(?:un\s+comentario|una\s+respuesta)|comentarios\s+de\s+los\s+lectores"
    r"|(?:lascia|scrivi|aggiungi|invia)\s+un\s+commento|lascia\s+una\s+risposta|commenti\s+dei\s+lettori"
    r"|(?:\d+\s+)?(?:thoughts|réflexions?|pensieri|reader\s+comments|readers['’]\s+comments)(?:\s+(?:on|sur|su)\s.*)?"
    r")\s*[:.…!]?\W*$"
)
"""A line that opens the comments: whatever follows is not the article's."""

RELATED = re.compile(
    r"(?ix)^\W*(?:related(?:\s+(?:articles?|posts?|stories|content|reading|news|links?))?"
    r"|read\s+(?:also|more|next|on)|you\s+(?:may|might)\s+also\s+(?:like|enjoy)|more\s+(?:from|on|in|stories)\b|recommended"
    r"|see\s+also|further\s+reading|up\s+next|most\s+(?:read|popular|viewed)|trending|popular\s+(?:posts|now)|also\s+read"
    r"|(?:à\s+)?lire\s+(?:aussi|également|encore)|à\s+lire|sur\s+le\s+même\s+(?:sujet|thème)|vous\s+aimerez\s+aussi|voir\s+aussi"
    r"|articles?\s+(?:similaires|liés|connexes|recommandés|associés)|dans\s+la\s+même\s+rubrique|les\s+plus\s+lus"
    r"|(?:también\s+)?te\s+puede\s+(?:interesar|gustar)|(?:artículos?|noticias?|contenidos?)\s+(?:relacionad[oa]s?|recomendad[oa]s?)"
    r"|lee\s+(?:también|más)|leer\s+(?:también|más)|lo\s+más\s+(?:leído|visto)|ver\s+también|véase\s+también|más\s+(?:noticias|sobre)"
    r"|leggi\s+(?:anche|altri|tutto)|articoli\s+(?:correlati|simili|consigliati)|potrebbe(?:ro)?\s+interessar[tv]i"
    r"|(?:ti|vi)\s+potrebbe(?:ro)?\s+interessare|altri\s+articoli|i\s+più\s+letti|vedi\s+anche|da\s+leggere|notizie\s+correlate"
    r")(?P<rest>\b.*|\W*)$"
)
"""A line that leads to other articles, with what stands behind it in the same line."""

ALONE = re.compile(
    r"(?ix)^\W*(?:(?:share|tweet|print|partager|imprimer|compartir|imprimir|condividi|stampa|follow|suivez|síguenos|seguici)\b"
    r"|(?:about\s+the\s+author|à\s+propos\s+de\s+l['’]aute?ur[e]?|sobre\s+(?:el\s+autor|la\s+autora)|acerca\s+d|l['’]autore\b)"
    r"|advertisement|publicité|publicidad|pubblicità|anuncio|annonce\b|sponsor)"
)
"""Buttons and boxes in a line of their own."""

NEWSLETTER = re.compile(
    r"(?i)\b(?:newsletters?|subscribe|unsubscribe|sign\s+up|inscri(?:vez|s)[- ]|abonnez[- ]|s['’]abonner|infolettre|lettre d['’]information"
    r"|suscr[ií]b(?:ete|ase|irte|irse|etevos)|boletín|iscriviti|iscrivetevi|abbonati\b|notifications?\s+push|push\s+notifications?"
    r"|whatsapp|telegram|flux rss|bandeja de entrada|boîte mail|your inbox)"
)
LEGAL = re.compile(
    r"(?i)\bcookies?\b|©|copyright|all rights reserved|tous droits réservés|todos los derechos|tutti i diritti|privacy policy"
    r"|politique de confidentialité|política de privacidad|informativa sulla privacy|mentions légales|aviso legal|akismet"
    r"|votre adresse e-?mail|your e-?mail address|tu (?:dirección de )?correo electrónico|il tuo indirizzo e-?mail|paywall"
    r"|(?:already|déjà|ya eres|sei già|êtes-vous) (?:a )?(?:subscri|abonn|suscript|abbonat)"
)
CREDIT = re.compile(
    r"(?i)^\W*(?:sources?|fuentes?|fonti|fonte|credits?|crédits?|créditos?|crediti|credito|photos?|foto(?:grafía)?|images?|imagen|immagine"
    r"|via|vía|tags?|mots[- ]clés|étiquettes|etiquetas|categor(?:y|ies|ía|ías|ie)|catégories?|filed under|classé (?:dans|sous)|archiviato in"
    r"|posted (?:on|by|in)|published|publié|publicado|pubblicato|updated|mis à jour|actualizado|aggiornato|illustration|vidéo|video"
    r"|read time|temps de lecture|tiempo de lectura|tempo di lettura|by|par|por|di|texte|text|texto|testo)\b[^.?!]{0,120}[.]?$"
)
HASHTAGS = re.compile(r"^\s*(?:[#@][\w-]+[\s,]*)+$")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)

SELLS = re.compile(
    r"(?ix)"
    # liking, helping, sharing: about the page itself
    r"(?:did\s+you\s+(?:like|enjoy|find)|was\s+this\s+(?:article|page|post|story)|(?:enjoyed|liked|like)\s+(?:this|what)|have\s+(?:you\s+)?(?:a|any)\s+(?:tip|story|news|questions?|feedback)"
    r"|spotted\s+(?:a|an)\s+(?:error|mistake|typo)|want\s+(?:more|to\s+(?:read|receive|know|learn|see|get|support|join|try|advertise|hear))|(?:would|do)\s+you\s+(?:like|want)\s+to\s+(?:receive|subscribe|get|support|know\s+more|learn\s+more|read\s+more)"
    r"|(?:forgot|lost)\s+(?:your\s+)?password|not\s+a\s+(?:member|subscriber)|new\s+here|already\s+(?:a\s+)?(?:member|subscri|have\s+an\s+account)"
    r"|ready\s+to\s+(?:start|get\s+started|begin|join|buy|book|order|try|take|dive|transform|boost|sign)|looking\s+for\s+(?:a|an|more|the)|need\s+(?:help|more|advice|a\s+hand)|got\s+(?:a|any)\s+(?:tip|questions?|story|news)|why\s+not\s+(?:subscribe|share|join|sign)"
    r"|(?:cet|cette|l['’])\s*(?:article|page|recette|vidéo|billet|actualité)\s+(?:vous|t['’])[^?]{0,30}(?:plu|intéress|aid|util|plaî)|vous\s+avez\s+(?:aimé|apprécié|trouvé|une\s+(?:question|info)|des\s+questions|repéré|une\s+histoire)|(?:avez|as)[- ](?:vous|tu)\s+(?:aimé|apprécié|trouvé\s+cet)|(?:ça|ce\s+contenu)\s+vous\s+a\s+plu"
    r"|(?:vous\s+(?:souhaitez|voulez|désirez|cherchez)|souhaitez[- ]vous|voulez[- ]vous|envie\s+d)\b[^?]{0,60}(?:recevoir|abonner|savoir\s+plus|inscri|rejoindre|soutenir|lire\s+plus|aller\s+plus\s+loin|essayer|commander|réserver|acheter|découvrir)"
    r"|(?:mot\s+de\s+passe|identifiants?)\s+oublié|pas\s+encore\s+(?:inscrit|abonné|membre|de\s+compte)|déjà\s+(?:abonné|inscrit|client|membre)|besoin\s+d['’e]|une\s+question\s*\?|des\s+questions\s*\?|prête?s?\s+à\s+(?:commencer|vous\s+lancer|essayer|passer|réserver|sauter)"
    r"|¿?\s*(?:te|os|le|les)\s+ha\s+(?:gustado|parecido|resultado|servido|sido\s+útil)|¿?\s*te\s+gust(?:ó|a)\s+(?:este|el|lo)|¿?\s*(?:quieres?|quiere|queréis|deseas?)\s+(?:recibir|saber\s+más|más|suscrib|leer\s+más|apoyar|unirte|conocer\s+más|estar\s+al\s+día|probar|ver\s+más)"
    r"|¿?\s*(?:has\s+)?olvid(?:aste|ado)\s+(?:tu|la|su)\s+contraseña|¿?\s*(?:ya\s+eres|aún\s+no\s+eres|no\s+eres|eres)\s+(?:suscriptor|socio|cliente|usuario)|¿?\s*(?:tienes|tiene|tenéis)\s+(?:alguna?\s+)?(?:dudas?|preguntas?|pistas?|información|sugerencias?|una\s+historia)|¿?\s*necesitas?\s+(?:ayuda|más)|¿?\s*buscas\s|¿?\s*list[oa]s?\s+para"
    r"|(?:ti|vi)\s+è\s+(?:piaciut|stat[oa]\s+util)|(?:questo|quest['’])\s*(?:articolo|ricetta|pagina)\s+(?:ti|vi|è\s+stat)|(?:vuoi|volete|desideri)\s+(?:ricevere|saperne|rimanere|restare|leggere\s+altr|sostenere|provare|scoprire\s+di\s+più|altr|iscriver|approfondire)"
    r"|(?:hai|avete)\s+(?:dimenticato|(?:delle\s+|altre\s+)?domande|dubbi|trovato\s+(?:un|util)|una\s+segnalazione|bisogno|qualche\s+domanda)|(?:sei\s+già|non\s+sei(?:\s+ancora)?)\s+(?:abbonat|iscritt|registrat)|serve\s+aiuto|cerchi\s|pront[oiae]\s+(?:a|per)\s+(?:iniziare|partire|cominciare|provare|prenotare)|password\s+dimenticata"
    r")"
)
"""Questions of a page about itself: liking it, receiving more, logging in, buying."""

SELLING_CALL = re.compile(
    r"(?i)\b(?:contact us|get in touch|click here|download|book (?:a|your|now)|buy (?:now|it)|order (?:now|yours)|shop now|call us|try (?:it )?(?:for )?free|start your|learn more|find out more at"
    r"|visit our|donate|support us|become a member|e-?mail us|write to us at|contactez|cliquez|téléchargez|réservez|commandez|achetez|essayez gratuitement|soutenez|faites un don|découvrez (?:notre|nos|toutes nos)|rejoignez|"
    r"en savoir plus|partagez(?:-le| cet| l)|contacta|contáctanos|haz clic|pulsa aquí|descarga|reserva (?:ya|tu|ahora)|compra (?:ya|ahora)|prueba gratis|apóyanos|hazte socio|únete|visita nuestr|"
    r"contattaci|contattateci|clicca|scarica|prenota|acquista|compra ora|prova gratis|sostienici|unisciti|visita il nostro|scopri di più|condividil[oa]|compártel[oa]|share it|share this|compartir en)"
)
"""What a question that sells is followed by."""
