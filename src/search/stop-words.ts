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
      'after above below to from up down out off over under again further then once here there all any both ' +
      'each few more most other some such no nor not only own same so than too very s t just don now and but ' +
      'if or because as until while also please tell give show explain know want need like get got ' +
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
      'veux veut aimerais qu que qui t ci la voici voila comme ainsi encore deja actuellement exactement'
    ).split(' '),
  ),
};

/** Words that ask; dropped from ordinary fields, kept (with less weight) where questions are compared. */
export const questionWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set('what which who whom whose where when why how much many long'.split(' ')),
  fr: new Set(
    'quoi quel quelle quels quelles qui ou quand pourquoi comment combien lequel laquelle que'.split(' '),
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
