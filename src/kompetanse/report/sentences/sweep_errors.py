"""What errors and problems of a sweep say in bokmål."""

SWEEP_ERRORS_NB = {
    "CannotBeSent": "det en gjennomgang trenger, kan ikke sendes til andre prosesser ({said}); gi planlegger, mål og rom navn på øverste nivå i en modul som prosessene kan importere",
    "MissingOnWorkers": "arbeiderne mangler pakken «{package}»; installer den der de kjører, slik den er her",
    "NoCluster": "ingen Dask-klynge svarer på {address} ({said})",
    "DifferentSweep": "{store} har radene fra en annen gjennomgang: av et annet opplegg, andre scenarier, andre mål, en annen planlegger eller en annen prognose; gi denne et eget lager",
    "NotMeasured": "«{measure}» er ikke målt for disse oppleggene, men bare {recorded}; gå gjennom dem med det som mål",
}

SWEEP_PROBLEMS_NB = {
    "no-factory": "arbeiderne er borte, og det finnes ingen måte å få andre på; gi en funksjon som lager dem, som processes()",
    "workers-die-at-once": 'arbeiderne dør før de har fått noe å gjøre; et skript som starter prosesser, skal gjøre det under if __name__ == "__main__":, og hver prosess trenger minnet sitt',
    "workers-said": "arbeiderne kan ikke gå videre ({said})",
    "not-a-store": "finnes allerede, men er ikke lageret til en gjennomgang; velg et annet navn",
    "broken-store": "er et lager som er ødelagt eller mangler noe; ta det bort for å begynne på nytt",
    "store-closed": "er lukket; be om radene mens lageret er åpent, eller åpne det igjen",
    "store-in-use": "er i bruk av en gjennomgang som går nå; vent på den, eller velg et annet navn",
}
