/** Every intent, in the order in which ties are broken. A new intent is a file and a line here. */
import { foldPhrase } from '../knowledge/fold.ts';
import { type Language, languages, otherLanguage } from '../knowledge/language.ts';
import { attribute } from './attribute.ts';
import { brief } from './brief.ts';
import { compare } from './compare.ts';
import { createContrast } from './contrast.ts';
import { definition } from './definition.ts';
import { dutyOfGoods } from './duty-of-goods.ts';
import { each } from './each.ts';
import { createEither } from './either.ts';
import { find } from './find.ts';
import { greeting } from './greeting.ts';
import { createHelp, type HelpTopic } from './help.ts';
import { howTo } from './how-to.ts';
import type { Intent } from './intent.ts';
import { createJoined } from './joined.ts';
import { list } from './list.ts';
import { profile } from './profile.ts';
import { section } from './section.ts';
import { smallTalk } from './small-talk.ts';
import { thanks } from './thanks.ts';
import { topic } from './topic.ts';
import { translation } from './translation.ts';
import { unsupported } from './unsupported.ts';
import { upcoming } from './upcoming.ts';

export const intents: readonly Intent[] = [
  greeting,
  thanks,
  createHelp(helpTopics),
  smallTalk,
  translation,
  unsupported,
  list,
  compare,
  brief,
  upcoming,
  profile,
  topic,
  definition,
  attribute,
  find,
  howTo,
  dutyOfGoods,
  section,
  each,
  createJoined(findIntent),
  createEither(findIntent),
  createContrast(findIntent),
];

/** Shown as examples on the help card: what a question can be about. */
function helpTopics(): HelpTopic[] {
  return [list, profile, attribute, find, compare, upcoming, brief, definition, topic, section].map(
    (intent) => ({
      description: intent.description,
      example: { en: intent.examples.en.at(0) ?? '', fr: intent.examples.fr.at(0) ?? '' },
    }),
  );
}

export function findIntent(id: string): Intent | undefined {
  return intents.find((intent) => intent.id === id);
}

/**
 * The one language in which a folded phrase is an intent's name or begins with an intent's opener;
 * undefined where it is none or both.
 */
export function languageOfName(phrase: string): Language | undefined {
  const inLanguage = (language: Language) =>
    folded[language].names.has(phrase) ||
    folded[language].openers.some((opener) => `${phrase} `.startsWith(`${opener} `));
  return languages.find((language) => inLanguage(language) && !inLanguage(otherLanguage(language)));
}

/** Folding costs more than comparing, and every question is compared with all of them. */
const folded = { en: foldedNames('en'), fr: foldedNames('fr') };

function foldedNames(language: Language) {
  return {
    names: new Set(intents.flatMap((intent) => (intent.names?.[language] ?? []).map(foldPhrase))),
    openers: intents.flatMap((intent) => (intent.openers?.[language] ?? []).map(foldPhrase)),
  };
}

/** The folded words of every opener: no content need have them. */
export function openerWords(): Set<string> {
  const openers = intents.flatMap((intent) =>
    languages.flatMap((language) => intent.openers?.[language] ?? []),
  );
  return new Set(openers.flatMap((opener) => foldPhrase(opener).split(' ')));
}

/** @throws Error when two intents claim the same words, so that the start fails and not a user */
export function checkIntentNames(declared: readonly Intent[] = intents): void {
  const owners = new Map<string, string>();
  for (const intent of declared) {
    for (const language of languages) {
      for (const name of intent.names?.[language] ?? []) {
        const key = foldPhrase(name);
        const owner = owners.get(key);
        if (owner && owner !== intent.id) {
          throw new Error(`the intents ${owner} and ${intent.id} both claim "${name}"`);
        }
        owners.set(key, intent.id);
      }
    }
  }
}
