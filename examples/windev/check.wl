// Vérifie un dossier et montre la page du comptoir. Avec tierspayant.wl des bindings dans le même projet.
nVerdict est un entier
nSession est un entier = tpw_open(TPW_CP1252, TP_LANG_FR)
SI tpw_check(nSession, sDossier, nVerdict) = TP_OK ALORS
	Info(TpTexte(nSession, TPW_PAGE))
SINON
	Erreur(TpTexte(nSession, TPW_MESSAGE))
FIN
tpw_close(nSession)
