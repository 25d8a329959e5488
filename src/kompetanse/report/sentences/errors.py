"""Errors and faults. In English they word themselves (`kompetanse.errors`); here is what they say in bokmål."""

SENTENCES = {
    "more-lines": (" ({more} slike til nedenfor)", " ({more} more like this below)"),
    "did-you-mean": ("; mente du «{suggestion}»?", "; did you mean {suggestion!r}?"),
    "not-required": ("{module} krever ikke {required}", "{module} does not require {required}"),
    "no-timetable": (
        "ingen samlingsplan oppfyller alt dette; gi slipp på ett av kravene:",
        "no timetable keeps to all of these; let one of them go:",
    ),
    "cannot-apply": ("«{change}» lar seg ikke gjøre: {reason}", "“{change}” cannot be done: {reason}"),
}

ERRORS_NB = {
    "UnknownModule": "det finnes ingen modul «{id}»",
    "UnknownCohort": "det finnes ingen gruppe «{id}»",
    "UnknownOrganisation": "det finnes ingen virksomhet «{id}»",
    "UnknownDimension": "det finnes ingen dimensjon «{id}»",
    "UnknownBaseline": "ingen samlingsplan er tatt vare på som «{id}»",
    "BaselineExists": "en samlingsplan er allerede tatt vare på som «{id}»; bruk en annen id",
    "AlreadyThere": "det finnes allerede en modul «{id}»; ta den ut først, eller gi den nye en annen id",
    "NotAPermutation": (
        "en undervisningsrekkefølge nevner hver modul én gang; denne mangler [{missing}] og har for mange av, "
        "eller kjenner ikke, [{surplus}]"
    ),
    "NoGathering": "samlingsplanen har ingen slik samling for gruppen «{cohort}»",
    "DateOutOfRange": "{days:dag|dager} fra {start} ligger utenfor årene 1900 til 2199",
    "RingOfPrerequisites": (
        "moduler venter på hverandre, så det finnes ingen rekkefølge: {rings}; ta bort én forkunnskap i hver ring"
    ),
    "NothingCanBegin": "disse modulene kan aldri begynne, hva som enn velges før dem: {modules}; la én av dem kreve mindre",
    "TooManyOrders": (
        "opplegget lar for mye stå åpent til at rekkefølgene kan telles nøyaktig: det krever mer enn {budget} "
        "steg; anslå antallet i stedet, eller øk grensen"
    ),
    "Unsound": "opplegget henger ikke sammen",
    "NoFramework": "opplegget «{programme}» har ikke noe modenhetsrammeverk; gi det ett som svarene kan skåres etter",
    "AmbiguousFramework": "rammeverket «{framework}» bruker samme id på flere av delene sine: {ids}; gi hver dimensjon, hver indikator og hvert nivå sin egen id, og ingen dimensjon rammeverkets",
    "DifferentFrameworks": (
        "de to modenhetsprofilene er ikke skåret etter ett og samme rammeverk «{framework}»; de skiller seg i "
        "{differing}; skår svarene i begge etter det samme"
    ),
    "UnknownIndicator": "det finnes ingen indikator «{id}»",
    "UnknownWave": "det finnes ingen runde «{id}»",
    "TimetableNotFound": "fant ingen samlingsplan; det kan finnes en likevel: let lenger, eller still færre krav",
    "MissingExtra": "dette trenger {library}, som ikke er installert; kjør: pip install 'kompetanse[{extra}]'",
}

PROBLEMS_NB = {
    "not-text": "skal være tekst; fant {found}",
    "not-whole": "skal være et helt tall, som 14; fant {found}",
    "not-number": "skal være et tall, som 2.5; fant {found}",
    "not-true-false": "skal være true eller false; fant {found}",
    "not-date": "skal være en dato, som 2023-06-06; fant {found}",
    "not-time": "skal være et klokkeslett, som 09:00; fant {found}",
    "not-list": "skal være en liste; fant {found}",
    "not-mapping": "skal være nøkler med verdier; fant {found}",
    "not-a": "skal være {expected}; fant {found}",
    "not-one-of": "skal være én av {options}; fant {found}",
    "not-id": (
        "skal være en id: opptil 64 bokstaver, sifre, «-», «_» eller «.», med bokstav eller siffer først; fant {found}"
    ),
    "blank": "skal inneholde tekst; fant bare mellomrom",
    "control-character": "inneholder tegnet {found}, som ikke kan vises; ta det bort",
    "turning-character": "inneholder tegnet {found}, som snur teksten etter seg; ta det bort",
    "several-lines": "skal stå på én linje, uten linjeskift og tabulator; fant {found}",
    "out-of-range": "skal ligge mellom {low} og {high}; fant {found}",
    "not-minutes": "skal være i hele minutter og uten tidssone; fant {found}",
    "not-organisation-number": "skal ha 4 sifre (kommune) eller 9 (organisasjon); fant {found}",
    "wrong-check-digit": "er ikke noe organisasjonsnummer, for siste siffer stemmer ikke; fant {found}",
    "end-before-start": "skal slutte etter at det begynner ({start}); fant {end}",
    "not-before": "skal være en runde før {expected}; fant {found}",
    "high-not-above-low": "high skal ligge over low ({low}); fant {found}",
    "no-goalpost": "et tall trenger begge endepunktene, low og high, eller knots i stedet",
    "not-beside": "har ingen mening ved siden av {expected}; ta det bort",
    "no-logarithm": "skal ligge over 0, der det finnes en logaritme; fant {found}",
    "knots-not-rising": "skal være to eller flere, på stigende svar; to på samme svar er et trinn",
    "power-of-power-mean": "eksponenten skal stå sammen med metoden power, og bare der",
    "threshold-of-reweight": "har bare mening der det som mangler, vektes om (reweight); ta den bort",
    "no-levels": "det finnes ingen for svarene på indikatoren {indicator}; gi rammeverket nivåene sine",
    "points-off-level": "poengene til nivået {level} skal ligge på nivået selv; fant {found}",
    "shares-not-one": "andelene på nivåene skal bli 1, eller 100 %; fant {found}",
    "levels-not-rising": "nivåene skal begynne på 0 og stige; {level} begynner på {found}",
    "week-and-days": "kan ikke stå sammen med same_week; behold én av dem",
    "no-start": "skal ha planning: from, den første dagen noe kan skje",
    "before-or-after": "skal nevne enten modulen som kommer etter, eller den som kommer før",
    "nothing-to-do": "lar alt være som det er; si hva som skal bli annerledes",
    "empty-group": "skal ha minst én modul å velge mellom",
    "group-of-before": "en gruppe å velge fra har bare slaget before; fant {found}",
    "option-twice": "en gruppe å velge fra nevner hver modul én gang; fant {found} igjen",
    "row-length": "en rad skal ha {expected} celler, én for hver kolonne; fant {found}",
    "languages": "skal ha begge språk, nb og en, eller være ren tekst",
    # answers beside the programme
    "unknown-organisation": "opplegget har ingen virksomhet {found}",
    "unknown-indicator": "rammeverket har ingen indikator {found}",
    "not-on-scale": "skal være et svar på skalaen {expected}; fant {found}",
    "wrong-framework-version": "svarer på versjon {found} av rammeverket, men skåres etter versjon {expected}",
    "answered-twice": "hver person svarer én gang på et spørsmål; dette er et svar til",
    "no-wave": "har ingen runde med svar; gi minst én kartlegging",
    # keys, and what a file holds
    "missing-key": "mangler {key}",
    "unknown-key": "har {found}, som ikke er kjent her; kjente er {options}",
    "duplicate-key": "har {key} to ganger; behold én av dem",
    "duplicate-id": "en annen her har allerede id-en {found}; gi hver sin egen",
    "split-decimal": "er delt i to av kommaet sitt, som skiller nøkler her; skriv desimaler med punktum",
    "not-a-change": "en endring begynner med en av {options}; fant {found}",
    "no-version": "skal si hvilket format den er skrevet i, øverst: kompetanse: 1",
    "wrong-version": "skal være 1, formatet som denne versjonen av kompetanse kjenner; fant {found}",
    "alias": "står for en verdi som er skrevet et annet sted ({found}); skriv selve verdien her",
    "anchor": "gir en verdi navn til bruk andre steder ({found}); ta navnet bort",
    "tag": "har et merke ({found}); ta det bort, for formatet sier selv hva hver verdi er",
    "complex-key": "en nøkkel skal være ren tekst; fant {found}",
    "too-deep": "er nøstet dypere enn {limit} nivåer",
    # the file itself
    "no-such-file": "det finnes ingen slik fil",
    "no-such-folder": "mappen den skulle ligge i, finnes ikke; lag den først",
    "no-permission": "kan ikke leses eller skrives av deg",
    "is-directory": "er en mappe; nevn en fil i den",
    "not-a-file": "er ingen vanlig fil, men et rør, en enhet eller lignende",
    "file-exists": "finnes allerede og får stå som den er; velg et annet navn",
    "own-input": "er filen det planlegges ut fra; skrevet på nytt mister den kommentarene sine; velg et annet navn",
    "not-own-calendar": (
        "finnes allerede, men er ikke kalenderen {expected} som kompetanse vedlikeholder, og får stå som den er; "
        "flytt den, eller velg en annen mappe"
    ),
    "broken-calendar": (
        "finnes allerede, men kan ikke leses som kalender, og får stå som den er; flytt den, eller legg en hel kopi "
        "i stedet"
    ),
    "unknown-ending": "skal ha et navn som slutter på en av {options}; fant {found}",
    "too-large": "er større enn {limit} MiB, det meste som leses eller skrives",
    "not-utf-8": "skal være UTF-8; fant byten {found}; lagre den som UTF-8",
    "csv-not-utf-8": "skal være UTF-8; fant byten {found}; lagre den som UTF-8, som i Excel heter «CSV UTF-8»",
    "empty-file": "er tom",
    "scenarios-not-programme": "inneholder scenarioer, men skulle ha inneholdt et program; de to kan være byttet om",
    "programme-not-scenarios": "inneholder et program, men skulle ha inneholdt scenarioer; de to kan være byttet om",
    "framework-not-scenarios": "inneholder et modenhetsrammeverk, men skulle ha inneholdt scenarioer; de to kan være byttet om",
    "participation-not-answers": "inneholder deltakelse, men skulle ha inneholdt svar; de to kan være byttet om",
    "answers-not-participation": "inneholder svar, men skulle ha inneholdt deltakelse; de to kan være byttet om",
    "answers-not-programme": "inneholder svar og ikke noe program; kompetanse score tar dem, etter programmet",
    "table-not-framework": "er en tabell, ikke noe program eller rammeverk; de to kan være byttet om",
    "several-documents": "har et dokument til fra dette stedet; en fil har ett",
    "yaml-syntax": "kan ikke leses som YAML; et innrykk, et kolon, et anførselstegn eller en klamme kan stå feil her (leseren sier: {said})",
    "json-syntax": "kan ikke leses som JSON; et komma, et anførselstegn eller en klamme kan stå feil her (leseren sier: {said})",
    "csv-syntax": "kan ikke leses som CSV; et anførselstegn kan være åpent, eller en celle for lang (leseren sier: {said})",
    "system": "systemet nekter ({said})",
    # tables
    "missing-column": "mangler kolonnen {key}",
    "missing-of-columns": "mangler kolonnen {key}; det trengs {options}",
    "unknown-column": "{found} er ingen kolonne i denne tabellen",
    "duplicate-column": "står i to kolonner, den første av dem nummer {first}",
    "no-rows": "har ingen rader under overskriften",
    "no-indicator-column": "mangler kolonne for noen av rammeverkets indikatorer",
    "unknown-module": "opplegget har ingen modul {found}",
    "empty-cell": "er tom; fyll inn {key}",
    "excel-month": (
        "{found} er det Excel gjør ut av en måned, og det sorteres galt; skriv runden som tekst, som 2027-01, "
        "eller på en annen måte, som r1"
    ),
    "given-twice": "sier om igjen det som linje {first} sa; behold én av dem",
    "given-on-sheet": "sier om igjen det som {first} sa; behold én av dem",
    "two-versions": "én runde svarer på én versjon av rammeverket; fant {found} etter {expected}",
    "became-date": "{found} er en dato, som et regneark gjør mye om til; gi cellen formatet tekst",
    "not-calculated": "inneholder {found}, som et regneark viser der det ikke kan regne; gi svaret",
    "not-a-level": "skal være én av {options}, navnet på den, eller nummeret fra 1 til {high}; fant {found}",
    "not-shares": "skal være {expected} andeler, én for hvert nivå og det laveste først, med / mellom; fant {found}",
    "not-a-workbook": "kan ikke leses som regneark; lagre det på nytt som .xlsx eller .ods",
    "protected": "er beskyttet med passord, eller av et gammelt slag; lagre den uten passord, som .xlsx eller .ods",
    "too-many-cells": "har et ark som spenner over mer enn {limit} celler; slett det som står langt ute i det",
    "no-answer-sheet": "har ikke noe ark med kolonnene {options} i overskriften",
    "beyond-sheet": "er mer enn et ark rommer: 1048576 rader, 16384 kolonner og 32767 tegn i en celle",
    "no-indicators": "har ingen indikator å spørre om",
    "column-of-answers": "{found} er en kolonne i alle svartabeller; gi indikatoren en annen id",
    "not-a-frame": "skal være en dataramme fra pandas, polars eller et annet bibliotek som narwhals kjenner; fant {found}",
    "not-installed": "er ikke installert her; fant {found}",
    # curricula
    "no-section": "mangler raden {key}, som tabellen skal stå under",
    "no-heading": "slutter før overskriften til tabellen {key}; den kan være avkortet",
    "misplaced-section": "står ikke på sin plass; tabellene i et studieløp følger hverandre slik: {options}",
    "no-courses": "har ingen emner; et studieløp har minst ett",
    "no-term": "mangler termin; en utdanningsplan gir hvert emne en",
    "unknown-course": "studieløpet har ikke noe emne {found}",
    "not-the-modules": "skal være oppleggets moduler, hver én gang og i samme rekkefølge",
    "not-a-further-column": "skal være en kolonne som formatet ikke har selv; fant {found}",
    "column-twice": "sier to ganger hva som står i kolonnen {found}",
    "additional-outside-plan": "bare en utdanningsplan har tilleggsemner, og dette er ingen",
    "additional-not-last": "tilleggsemner skal komme etter de andre",
    "beyond-csv": "CSV-en til et studieløp kan ikke si {found}; ta det ut, eller skriv opplegget som YAML eller JSON",
    "long-cell": "har en tekst på {found} tegn; en celle i CSV rommer {limit}",
}
