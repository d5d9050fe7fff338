/**
 * Figures of speech that ask a plain question: "gimme the skinny on REX", "where does NGen sit?", "remind me who leads
 * it", « fais-moi un topo sur l’ECCP ».
 */
import { bareLetters } from '../knowledge/fold.ts';
import { withoutIdioms } from './idioms.ts';

const end = String.raw`\s?[?!.]{0,5}$`;
const politely = `(?:(?:hi|hey|hello|ok|okay|so|and|please|pl[sz]|bonjour|salut|bon|alors|et)[ ,!]{1,3}){0,3}(?:(?:can|could|would|will) (?:you|u|someone|anyone|somebody|anybody) (?:please )?|(?:peux|pourrais)[ -]tu |(?:pouvez|pourriez)[ -]vous |tu peux |vous pouvez |i (?:need|want)(?: you)? to |(?:i )?need |just |please |pl[sz] )?`;

function figure(pattern: string): RegExp {
  return new RegExp(`^${politely}${pattern}${end}`, 'iu');
}

/** What one is to be told about, or the question that one has. */
function toldAbout(thing: string): string {
  return /^(?:who|what|when|where|which|why|how)\s/iu.test(thing) ? thing : `tell me about ${thing}`;
}

/** Over the text without accents; what each group holds is cut from the text as it was written. */
const figures: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [
    figure(
      `(?:(?:give|gimme|got|hit|send|drop|get)(?: me| us)? (?:with )?)?(?:the |a |some |any )?(?:(?:quick|short|brief|full|basic) )?(?:skinny|low-?down|scoop|run-?down|gist|deets|dope|411|tl;?dr|overview|summary|crash course|intel|primer|refresher|story|dirt|backstory) (?:on|about|of|with|behind) (.{3,80}?)(?:,? please)?`,
    ),
    toldAbout,
  ],
  [
    figure(
      `(?:fill|catch|school|bring|get|clue|read|let|put|loop)(?: me| us)? (?:in|up|up to speed|in the picture) (?:on|about|with) (.{3,80}?)(?:,? please)?`,
    ),
    (thing) => `tell me about ${thing}`,
  ],
  [
    figure(
      String.raw`what(?:['’]?s| is| are|s) (?:the )?(?:story|deal|scoop|skinny|low-?down|craic|word) (?:with|w\/|on|about|behind) (.{3,80}?)`,
    ),
    (thing) => `tell me about ${thing}`,
  ],
  [
    figure(
      `(?:(?:fais|faites|donne|donnez|file|filez|brosse|brossez)(?: |-)(?:moi|nous) (?:un |une |le |la )?(?:petit |petite |bref |breve |rapide )?(?:topo|portrait|resume|apercu|survol|synthese|tour d['’]horizon|point)|(?:un |le )?(?:petit |bref |rapide )?(?:topo|apercu|survol)) (?:sur|de|du|des|concernant) (.{3,80}?)(?:,? (?:svp|stp|s['’]il (?:vous|te) plait))?`,
    ),
    (thing) => `parle-moi de ${thing}`,
  ],
  [
    figure(
      `(?:mets|mettez)[ -](?:moi|nous) au (?:parfum|courant) (?:sur|de|du|des|pour|concernant) (.{3,80}?)`,
    ),
    (thing) => `parle-moi de ${thing}`,
  ],
  // "Eurocluster – what is that, in plain terms?"
  [
    figure(
      `(.{2,50}?) ?[-–—:,…]{1,3} ?what(?:['’]s| is|s) (?:that|it|this)(?:,? (?:in (?:plain|simple|short) (?:terms|words|english)|exactly|again))?`,
    ),
    (thing) => `what is ${thing}`,
  ],
  // "Eurocluster: one-sentence explanation for a footnote, please"
  [
    figure(
      `(.{2,50}?)[:,] (?:a |an |the )?(?:one-sentence|one sentence|one-line|one line|short|quick|brief|plain|simple|formal|official) (?:explanation|definition|description|summary|gloss)(?: (?:in|for) .{2,40}?)?(?:,? (?:please|pls))?`,
    ),
    (thing) => `what is ${thing}`,
  ],
  [
    figure(
      `(.{2,50}?) ?[:,] (?:une |la )?(?:(?:courte|breve|rapide|petite|simple) (?:definition|explication)|(?:definition|explication) (?:courte|breve|rapide|simple|en (?:une|deux|trois|quelques) (?:phrases?|lignes?|mots)))(?:,? (?:svp|stp))?(?:,? (?:c['’]est )?pour .{2,60}?)?(?:,? (?:svp|stp))?`,
    ),
    (thing) => `qu’est-ce que ${thing}`,
  ],
  [
    figure(
      `(?:who|whom) (?:do|can|should|could|would|must|may) (?:i|we|one|you|someone) (?:talk|speak|call|write|reach|turn|ring|phone|e-?mail|get in (?:touch|contact)|reach out)(?: to| with| out to)? ((?:at|in) .{2,50}?)`,
    ),
    (where) => `who do I contact ${where}`,
  ],
  [
    figure(
      `a qui (?:est-ce que )?(?:(?:je|on|nous) )?(?:peux|puis|peut|pouvons|dois|doit|devons|faut-il|dois-je|puis-je|peut-on)?(?:[ -](?:je|on|nous))? ?(?:parle|parler|telephoner|ecrire|appeler|m['’]adresser|s['’]adresser|nous adresser) (?:chez|a l['’]|a la|au|dans) ?(.{2,50}?)`,
    ),
    (whom) => `qui contacter chez ${whom}`,
  ],
  [
    figure(
      `(?:(?:pouvez|pourriez|peux|pourrais)[ -](?:vous|tu) )?(?:(?:me|nous) )?(?:definir|expliquer|dire)(?: |-)?(?:moi |nous )?(?:ce que (?:c['’]est qu['’]|c['’]est que |sont )|ce qu['’]est )(.{2,60}?)`,
    ),
    (thing) => `qu’est-ce que ${thing}`,
  ],
  [
    figure(
      String.raw`remind (?:me|us)(?: again)?,? (?:of )?((?:who|whom|whose|what|when|where|which|why|how|if|whether)(?![\p{L}]).{3,140}?)`,
    ),
    (question) => question.replace(/^(?:if|whether) /iu, ''),
  ],
  [
    figure(
      `remind (?:me|us)(?: again)?,? (?:of |about )?((?:the|our|its|their) (?:split|margin|result|score|names?|amount|date|year|price|cost|address|rate|number|size|budget|rules?|conditions|terms|deadline|percentage|share|title|city|place) .{3,140}?)`,
    ),
    (thing) => `what is ${thing}`,
  ],
  [
    figure(
      String.raw`rappel(?:le|ez|lez)[ -](?:moi|nous) ((?:qui|quand|ou|comment|combien|pourquoi|quels?|quelles?|ce que|ce qu['’]|si)(?![\p{L}]).{3,140}?)`,
    ),
    (question) => question,
  ],
  // "How do we go about requesting support for a project?"
  [
    figure(
      `how (?:do|can|could|would|should) (?:we|i|one|you|they) (?:go about )?(?:request|ask for|seek|get|obtain|put in for|requesting|asking for|seeking|getting|obtaining) (?:some |financial |any )?(?:support|help|assistance|backing|aid) (?:for|with) ((?:a|an|our|my|the|their) (?:\\p{L}+ ){0,3}(?:project|idea|proposal|pilot))`,
    ),
    (what) => `how do I apply for funding for ${what}`,
  ],
  [
    figure(
      `comment (?:(?:s['’]y prendre|faire|proceder) pour )?(?:demander|obtenir|solliciter) (?:de l['’]aide|un appui|du soutien|un soutien|une aide|un coup de pouce) pour ((?:un|notre|mon|le|leur) (?:\\p{L}+ ){0,2}projet)`,
    ),
    (what) => `comment demander du financement pour ${what}`,
  ],
  // « Rappelez-moi demain », « le 3 », is to be done.
  [
    figure(
      `rappel(?:le|ez|lez)[ -](?:moi|nous) ((?:le|la|les) (?!lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine|mois|lendemain|matin|\\d)\\p{L}.{3,140}?|l['’](?!heure|apres)\\p{L}.{3,140}?)`,
    ),
    (thing) => thing,
  ],
  [
    figure(
      `where (?:does|do|did|is|are|has|have)(?: the)? (.{2,60}?) (?:sit|sitting|hang (?:its|their) hats?|call home|make (?:its|their) home|camp(?:ed)?(?: out)?|parked|docked|anchored|set(?:ting)? up (?:shop|camp)|keep (?:its|their) offices?|at home)`,
    ),
    (thing) => `where is ${thing} based`,
  ],
  [
    figure(
      String.raw`((?:how many|which|what) .{2,40}?) (?:calls?|call) ((?:\p{L}|[ .'’-]){3,30}) (?:its |their )?home`,
    ),
    (whom, place) => `${whom} are based in ${place}`,
  ],
  [figure(`(.{3,60}?)[,.…: -]{1,5}whose baby is (?:that|it|this)`), (thing) => `who is behind ${thing}`],
  [figure(`whose baby is (.{3,60}?)`), (thing) => `who is behind ${thing}`],
  [
    figure(
      '(?:re|about|regarding|concerning|(?:a )?(?:quick )?question (?:on|about|re))[: ]+(?:the |that )?(.{2,40}?)[,:;] ((?:who|where|when|how|what|which|is|are|do|does|can|qui|ou|quand|combien|comment) .{3,80}?)',
    ),
    (thing, question) => `${question} ${thing}`,
  ],
  [
    figure(
      '(?:the |that |this )?(.{2,40}?) (?:thing|thingy|stuff|business)[,:;?]+ ((?:who|where|when|how|what|which|is|are|do|does|can) .{3,120}?)',
    ),
    (thing, question) => `${question.split(/[?!.]/u, 1)[0]} ${thing}`,
  ],
  [
    figure(
      '(?:how|where) (?:do|does|did|would|is|are|was) (.{2,60}?) (?:stack|measure|line|hold) up (?:against|to|with|next to|beside|alongside|compared (?:to|with)) (.{2,60}?)',
    ),
    (one, other) => `compare ${one} with ${other}`,
  ],
  // "The ambassador wants to see the states that …", "looking for the address where …": what somebody is after.
  [
    figure(
      `(?:the|my|our|an?) (?:[\\p{L}'’-]{2,20} ){0,2}(?:ambassador|boss|minister|mayor|director|board|clients?|manager|chair|team|ceo|supervisor|colleagues?|partner|president|customer|consul|attach[eé]|head of mission)s? (?:wants?|would like|['’]d like|needs?|asked|asks?|is asking|keeps asking|wondered|wonders|is wondering)(?: me| us)?(?: (?:to (?:see|know|hear|have|find out|get|understand)|for|about))?,? (?:by name,? )?((?:the|a list of|which|who|what|when|where|how|why|if|whether)(?![\\p{L}]).{3,140}?)`,
    ),
    (question) => question.replace(/^(?:if|whether) /iu, ''),
  ],
  [
    figure(
      `(?:i (?:forgot|forget|can['’]?t remember|don['’]?t (?:recall|remember)|never remember|(?:still )?(?:miss|lack)|am after)|i['’]m (?:after|looking for|trying to find)|looking for|trying to find|could use|after) ((?:the|a list of|which|who|what|when|where|how)(?![\\p{L}]).{3,140}?)`,
    ),
    (question) => question,
  ],
  [
    figure(
      `(?:j['’]ai oublie|je ne sais plus|je sais plus|je ne me souviens plus(?: de)?|je me souviens plus(?: de)?|(?:je|on) cherche(?: a savoir)?|il (?:me|nous) (?:manque|faut)|(?:mon|ma|le|la|notre|l['’]) ?(?:patron|patronne|ambassadeur|ambassadrice|cliente?|ministre|directeur|directrice|chef|equipe|collegue) (?:veut|voudrait|demande|aimerait|cherche)(?: (?:savoir|voir|connaitre|a savoir))?) ((?:comment|qui|quand|ou|combien|pourquoi|quels?|quelles?|ce que|si|les?|la|l['’]).{3,140}?)`,
    ),
    (question) => question.replace(/^si /iu, ''),
  ],
  [
    figure(
      'where (?:does|do) (.{2,40}?) stand (?:on|with|regarding|in) (?:the )?(?:ceta ratification|ratif(?:ying|ication)(?: of)?(?: ceta)?)',
    ),
    (country) => `has ${country} ratified CETA`,
  ],
  [
    figure(
      "what(?:['’]?s| is|s) (.{2,40}?)(?:['’]s?)? (?:problem|beef|issue|gripe|quarrel|objection) with (.{2,60}?)",
    ),
    (whom, thing) => `why is ${whom} against ${thing}`,
  ],
  [
    figure(
      '(?:name|list) (?:the |all )?(?:clusters?|members?|partners?|countries|firms?) (?:sitting |that are |who are |which are |that sit )?(?:in|inside) (.{3,60}?)',
    ),
    (body) => `who are the members of ${body}`,
  ],
  [
    figure('who (?:sits|is sitting) (?:inside|in|on|around the table (?:at|of)) (.{3,80}?)'),
    (body) => `who are the members of ${body}`,
  ],
  [
    figure('qui (?:siege|se trouve|est) (?:dans|au sein (?:de|du|des)) (.{3,80}?)'),
    (body) => `quels sont les membres de ${body}`,
  ],
  [
    figure(
      `would you say (?:that )?(.{2,60}?) (is|are|was|were|has|have|can) (\\p{L}{2,20} \\p{L}.{2,100}?)`,
    ),
    (thing, verb, what) => `${verb} ${thing} ${what}`,
  ],
];

/** @returns the question in plain words; undefined where it has no figure of speech that is known */
export function inPlainWords(text: string): string | undefined {
  const turned = withoutIdioms(text);
  const bare = bareLetters(turned);
  for (const [pattern, question] of figures) {
    const found = pattern.exec(bare);
    if (!found) continue;
    let from = 0;
    // The same letters further ahead would do as well.
    const parts = found.slice(1).map((part) => {
      const at = bare.indexOf(part, from);
      from = at + part.length;
      return turned.slice(at, from);
    });
    return question(...parts);
  }
  return turned === text ? undefined : turned;
}
