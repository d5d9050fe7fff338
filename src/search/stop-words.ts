import type { Language } from '../knowledge/language.ts';

/**
 * Words that carry grammar, not meaning; compared folded. Question words stand apart because they do
 * carry meaning where whole questions are compared ("who", "when", "how much").
 */
export const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    (
      'a an the this that these those i me my we us our you your he him his she her it its they them their ' +
      'is am are was were be been being do does did doing done have has had having will would shall should ' +
      'can could may might must of in on at by for with about against between into through during before ' +
      'after above below to from again further then once here there all any both ' +
      'each few more most other some such no nor not only own same so than too very s t just don now and but ' +
      'if or because as until while also please tell give show explain know want like get got ' +
      'hi hello hey thanks thank let lets d ll m re ve im whats wheres whos hows there theres per via ' +
      'since me something anything someone anyone thing things one ones really actually exactly currently'
    ).split(' '),
  ),
  fr: new Set(
    (
      'un une le la les l de du des d au aux a ce cet cette ces c ça ca cela ceci je j me m moi nous notre nos ' +
      'vous votre vos tu te t toi il elle ils elles on se s son sa ses leur leurs lui y en ne n pas plus moins ' +
      'est sont etait etaient etre ete sera seront ont ai as avons avez avait avoir fait font faire peut peuvent ' +
      'pouvez dois doit doivent faut et ou mais donc or ni car si dans par pour avec sans sur sous entre vers ' +
      'chez depuis pendant avant apres tres aussi bien tout tous toute toutes meme autre autres puis alors ' +
      'svp merci bonjour salut dites dis moi donne donnez montre montrez explique expliquez savoir voudrais ' +
      'veux veut aimerais qu que qui t mes mon ma tes ton ta vos ces cettes faque pis ben ci la voici voila comme ainsi encore deja actuellement exactement'
    ).split(' '),
  ),
};

/** Words that ask or deny; dropped from ordinary fields, kept (with less weight) where questions are compared. */
export const questionWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'what which who whom whose where when why how much many long not haven hasn didn isn wasn doesn aren cannot'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'quoi quel quelle quels quelles qui ou quand pourquoi comment combien lequel laquelle que qu pas'.split(
      ' ',
    ),
  ),
};

/**
 * Everyday words that ask, order or colour a sentence without saying what it is about. They are not
 * dropped (« current », "new" may matter), but weigh little.
 */
export const lightWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    (
      'roughly precisely presently thereabouts reckon reckons figure figures treat treats evaluate evaluated gave boost deal deals stuff lately across whole itself themselves walk begin ' +
      'actual actually according add again ago allow already also always amount another answer anyway area ask asked available away back ' +
      'bad base basic become began begin behind believe best better big bit bring brought build call called came case certain change choose ' +
      'chosen clear close come comes coming concern consider consist contain count cover covers create current currently date day days deal decide describe detail ' +
      'different does doing done early easy else end enough ensure especially even ever every exact example except expect expected fact far fast few final finally find ' +
      'first follow form full general gets getting give given gives go goes going gone good got great group half hand happen happened happens hard heard held help helps here high hold hope how ' +
      'idea important include includes including instead involved issue just keep kind know known large last late later latest launched lead least left less level like likely line little live long look looking lot made main make makes making ' +
      'many matter maybe mean means meant meet mention might more most move much near nearly need needed needs never new next nice normal normally note nowadays number off offer official often old once only open order original originally other out over own ' +
      'page part particular pay people per perhaps place plan play please point possible present pretty probably promised promise provide put question quick quite rather read real really reason receive recent recently regular related remain right role round ' +
      'run said same say says second see seem seen set several short show side simple simply since sir small so some soon sort special specific spent start started state stay step still stuff such supposed sure take taken takes talk tell term thing think third though ' +
      'time times today together told top total toward true try turn type under understand until up use used useful user uses using usual usually value various very want wanted way ways week well went whole wide will within without word words work worked working works worth would wrong year years yes yet'
    ).split(' '),
  ),
  fr: new Set(
    (
      'desormais concretement precisement approximativement offrir offre offrent offert offerte offerts offertes donne donnee prevoir prevoit prevoient permet permettent propose proposent prend prennent met mettent verse versent adresse adresser entend entendre signifie parle dit disent traite traitent touche vise visent aide existe existent concernant ' +
      'accorder actuel actuelle actuellement afin ailleurs ainsi aller annee annees annoncer appeler apporter apres arriver aujourd hui aussi autant autour avance avoir beau beaucoup besoin bien bon bonne bref but cadre car cas cause certain certaine certains chaque chose choses choisir ' +
      'cinq clair combien commence commencer comporter comprendre concerner concerne connaitre connu consister contenir contre correspondre courant cours date debut demander depart depuis dernier derniere derniers derniere dernierement devenir devoir devrait different difficile dire disponible donc donner dont ' +
      'effet egalement encore enfin ensemble ensuite entendre entier environ essayer etape etat etre exactement exemple exister expliquer facile facon faire fait falloir faut fin fois fonctionner force forme general generalement genre grand grande grands gros groupe habituel heure ici idee important importe inclure ' +
      'jamais jour jours juste justement lancer lance lequel lieu ligne liste loin long longtemps lors lorsque maintenant manière meilleur meme mettre mieux mis moins moment mot moyen nombre nombreux nommer normal nouveau nouvelle nouvelles obtenir occuper officiel officielle officiellement ordre originale ou oui ouvert ' +
      'par parce parfois parler part partie partir pas passer pays penser permettre personne petit petite peu peut plan plus plusieurs point porter poser possible pour pourquoi pouvoir premier premiere prendre pres present presque preciser precis pris probable prochain propos propre puis puisque quelque quelques question quoi ' +
      'raison recevoir recemment recent regarder rendre repondre reponse reste rester retour role sans savoir second selon sembler sens serait servir seul seule seulement simple simplement situation sorte souvent suite suivre sujet sur surtout tard tel telle temps tenir terme total toujours tour tous tout toutefois toute travers ' +
      'tres trop trouver type utile utiliser venir vers vite voici voila voir vouloir vrai vraiment vue'
    ).split(' '),
  ),
};

/** Frequent words of neighbouring languages: enough of them, and none of ours, tell a question we cannot read. */
export const foreignWords: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set(
    'der die das ist und nicht ein eine wer wie welche welcher wann warum ich fur mit auf gibt werden sind'.split(
      ' ',
    ),
  ),
  es: new Set(
    'cuales son sus mas sobre el los las es y una quien como cual cuando donde por que para con del hay esta cuantos cuanto'.split(
      ' ',
    ),
  ),
  it: new Set(
    'il gli e una chi come quale quando dove perche per con della delle sono quanto quanti'.split(' '),
  ),
  pt: new Set('o os as e uma quem como qual quando onde porque para com do da dos das sao quanto'.split(' ')),
  nl: new Set('het een is en niet wie hoe welke wanneer waarom waar voor met op zijn hoeveel'.split(' ')),
};
