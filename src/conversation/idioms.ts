/**
 * Words and turns of phrase that stand for others wherever they are, or say nothing of what is asked: "hand in glove
 * with", "quick one:", « en deux mots ».
 */

/** Words that stand for others wherever they are. */
const idioms: readonly (readonly [RegExp, string])[] = [
  // How far back somebody's knowledge goes is no part of the question.
  [
    /^(?:at (?:the )?last count|last (?:i|we) (?:heard|checked)|(?:as far as|from what) you know|to (?:your|the best of your) knowledge|aux derni[eè]res nouvelles|(?:à|a) (?:ta|votre) connaissance|sauf erreur)[, ]{1,3}(?=\S)/iu,
    '',
  ],
  // In capitals some of them are names: MDR is a rule for medical devices.
  [/(?<![\p{L}-])(?:lol|lmao|haha|tbh|imo|imho|idk|omg|smh|ngl|fyi|mdr|ptdr|xd)(?![\p{L}-])/gu, ''],
  [/[,.;?!… ]{1,3}(?:please )?remind (?:me|us)[?.! ]{0,4}$/iu, '?'],
  [
    /,? (?:going by|based on|judging by|as per) (?:the|your) (?:newest|latest|most recent) (?:figures?|numbers?|counts?|data|sources?)(?: (?:that )?you (?:have|hold|know(?: of)?))?(?=[?.! ]{0,4}$)/iu,
    '',
  ],
  [/(?<![\p{L}-])(?:puts?|putting) pen to paper(?: on)?(?![\p{L}])/giu, 'signed'],
  [/,? en gros(?=[?.! ]{0,4}$)/iu, ''],
  // What the answer is for, before a mark.
  [
    /^(?:for|pour) (?:an?|my|our|une?|mon|ma|notre) (?:\p{L}{2,15} )?(?:article|report|memo|slide|note|newsletter|infolettre|briefing|paper|thesis|blog|présentation|presentation|mémoire|thèse|exposé|rapport|fiche|bulletin) ?[:,;–-] (?=\p{L})/iu,
    '',
  ],
  [/(?<![\p{L}-])past (?=(?:19|20)\d\d(?!\d))/giu, 'beyond '],
  [/(?<![\p{L}-])the yanks?(?![\p{L}])/giu, 'the Americans'],
  [
    /(?<![\p{L}-])(?:give|gives|gave|given) (?:their|its|his|her|the) (?:final )?(?:blessing|green light|go-ahead|thumbs up|nod) (?:to|for)(?![\p{L}])/giu,
    'approve',
  ],
  [/(?<![\p{L}-])(?:donné|donne|donner|donnait) (?:son|leur|le) feu vert (?=(?:à|au|aux) )/giu, 'approuvé '],
  [/^yo[,! ]{1,3}(?=\p{L})/iu, ''],
  [
    /^(?:(?:ok |hey )?(?:a )?(?:quick|small|stupid|dumb|silly) (?:one|q|question)|question (?:rapide|bête|bete|con)|petite question)(?: for you| pour toi| pour vous)?[,:;.!–— ]{1,3}(?=\p{L})/iu,
    '',
  ],
  [/(?<![\p{L}-])w(?:th|tf) (?=(?:is|are|was|does|do|did)(?![\p{L}]))/giu, 'what '],
  [/ (?:thing(?:y|ie|amajig)|whatsit)(?=[?!,. ]{0,4}(?:$|[,?!] ?|lol))/giu, ''],
  [
    /(?<!d[eé]finition|explication|explanation|description|r[eé]sum[eé]|summary),? (?:en|in) (?:\d|une?|deux|trois|quelques|one|two|three|a few|ten|dix) (?:mots?|words?|phrases?|sentences?|lignes?|lines?)(?=[?!., ]{0,4}(?:$|svp|stp|please|pls))/giu,
    '',
  ],
  [/(?<![\p{L}-])hang(?:s|ing)? out (?=(?:on|in|at) )/giu, 'are '],
  [/(?<![\p{L}-])tra[iî]n(?:er|e|ent) (?:avec|chez) (?=\p{L})/giu, 'être membre de '],
  [/(?<![\p{L}-])y ?['’]? ?a-?tu(?![\p{L}-])/giu, 'y a-t-il'],
  [/(?<![\p{L}-])remind (?:me|us)(?: again)?,? of (?=(?:its|their|the|his|her) \p{L})/giu, 'what is '],
  // What the answer is written into is no part of the question.
  [
    /^(?:i['’]m|we['’]re|i am|we are) (?:drafting|writing|preparing|putting together|working on|finishing|editing) [^.?!;]{3,60}? and (?:i |we )?(?:still )?(?:need|want|lack|miss|am missing|are missing|am after|are after|am looking for|are looking for) (?=(?:the|a|an|some) )/iu,
    'what is ',
  ],
  [
    /^(?:for|pour) (?:a|my|our|the|une?|mon|ma|notre|la|le) (?:slide|memo|briefing|note|report|article|talk|speech|fiche|rapport|exposé|présentation),? (?:i |we )?(?:still )?(?:need|want|lack|miss|am missing|are missing|am after|are after|am looking for|are looking for) (?=(?:the|a|an|some) )/iu,
    'what is ',
  ],
  [/(?<![\p{L}-])sa(?:y|id|ys|ying) ye[psah]{1,3} to(?![\p{L}])/giu, 'say yes to'],
  // What the other possibility would be is no second question.
  [
    /,? or (?:(?:are|is|do|does) (?:they|it|he|she|we) (?:still )?(?:dragging|holding out|stalling|hesitating|undecided|on the fence)|(?:only|just|merely) (?=\p{L}{2,12} (?:along|in|on)(?:[?.! ]|$)))[^?!.]{0,40}(?=[?!. ]{0,4}$)/iu,
    '',
  ],
  // Which of two of one name is not meant.
  [
    /(?:(?: hein)?, ?(?:hein,? ?)?(?:and |et )?| (?:and|et) )(?:not|non|pas) (?:the |les? |la |l['’])(?:americans?|am[ée]ricaine?s?|us|u\.s\.|san francisco)(?: (?:one|company|firm|outfit|startup|start-up))?(?=[?!. ]{0,4}$)/iu,
    '',
  ],
  [
    /(?<![\p{L}-])(?:this |that |the )?(?:whole |entire )?(?:super)?clusters? (?:circus|thing|thingy|racket|saga|shebang|rodeo)(?![\p{L}-])/giu,
    'the clusters',
  ],
  [/(?<![\p{L}-])hand in (?:glove|hand) with(?![\p{L}-])/giu, 'partnered with'],
  [
    /(?<![\p{L}-])(?:dunk(?:ed|s|ing)? on|slam(?:med|s|ming)?|trash(?:ed|es|ing)?|roast(?:ed|s)?|ripp?(?:ed|s)? into)(?= (?:the |our )?(?:\p{L}+ )?(?:super)?clusters?(?![\p{L}-]))/giu,
    'criticized',
  ],
  [/(?<![\p{L}-])pump(?:ed|ing|s)? out(?= (?:\p{L}+ )?jobs)/giu, 'create'],
  [/(?<![\p{L}-])(?:shake|shook|shaken|shaking|shakes) hands on(?![\p{L}])/giu, 'sign an agreement on'],
  [/(?<![\p{L}-])(?:shook|shaken|shake) hands with(?![\p{L}])/giu, 'signed an agreement with'],
  [
    /(?<![\p{L}-])(?<=(?:the|that|those) )(prairies?|ocean|protein|plant-protein|atlantic|maritime|manufacturing|robots?|vancouver|montr[ée]al|ontario|qu[ée]bec|b\.?c\.?) (?:crew|gang|folks|people|crowd|bunch|guys|lot|lads|boys)(?![\p{L}-])/giu,
    '$1 cluster',
  ],
  [
    /(?<![\p{L}-])(?<=(?:the|that|those) )ai (?:crew|gang|folks|people|crowd|bunch|guys|outfit|lot)(?![\p{L}-])/giu,
    'AI cluster',
  ],
  [/(?<![\p{L}-])re-?upp?(?:ed|ing)(?![\p{L}])/giu, 'renewed'],
  [
    /(?<![\p{L}-])roll(?:s|ing)? in (?:the most )?(?=(?:money|cash|dough|it)(?![\p{L}]))/giu,
    'with the most ',
  ],
  [/(?<![\p{L}-])swim(?:s|ming)? in (?=(?:money|cash|dough|funds)(?![\p{L}]))/giu, 'with the most '],
  [/(?<![\p{L}-])roule(?:nt)? sur l['’]or(?![\p{L}])/giu, 'a le plus d’argent'],
];

/** @returns the text with plain words in their place */
export function withoutIdioms(text: string): string {
  return idioms.reduce((so, [idiom, plain]) => so.replace(idiom, plain), text);
}
