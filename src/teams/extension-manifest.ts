/** The message extension as the Teams manifest declares it, in both languages. */
import type { Bilingual, Language } from '../knowledge/language.ts';

interface DeclaredCommand {
  readonly id: 'search' | 'answerThis';
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly parameter?: { readonly title: Bilingual; readonly description: Bilingual };
  /** What the manifest says beside words. */
  readonly shape: object;
}

const declared: readonly DeclaredCommand[] = [
  {
    id: 'search',
    title: { en: 'Search', fr: 'Rechercher' },
    description: {
      en: 'Find an answer with its sources and insert it as a card',
      fr: 'Trouver une réponse avec ses sources et l’insérer sous forme de carte',
    },
    parameter: {
      title: { en: 'Question or name', fr: 'Question ou nom' },
      description: {
        en: 'A question, a cluster, a CETA topic',
        fr: 'Une question, une grappe, un sujet de l’AECG',
      },
    },
    shape: { type: 'query', context: ['compose', 'commandBox'], initialRun: true },
  },
  {
    id: 'answerThis',
    title: { en: 'Answer this', fr: 'Répondre à ceci' },
    description: {
      en: 'Answer the question in this message, for you to insert',
      fr: 'Répondre à la question de ce message, pour l’insérer au besoin',
    },
    shape: { type: 'action', context: ['message'], fetchTask: true },
  },
];

/**
 * Where pasted addresses are looked at: the clusters, the cooperation platform and the governments, whose
 * pages the content rests on most. Teams asks its people nothing about other sites, such as newspapers.
 */
export const unfurledHosts = [
  'ngen.ca',
  'oceansupercluster.ca',
  'digitalsupercluster.ca',
  'proteinindustriescanada.ca',
  'scaleai.ca',
  'ised-isde.canada.ca',
  'international.canada.ca',
  'international.gc.ca',
  'tradecommissioner.gc.ca',
  'clustercollaboration.eu',
  'policy.trade.ec.europa.eu',
  'eur-lex.europa.eu',
] as const;

export function extensionManifest(botId: string) {
  return {
    botId,
    commands: declared.map(({ id, title, description, parameter, shape }) => ({
      id,
      ...shape,
      title: title.en,
      description: description.en,
      ...(parameter && {
        parameters: [
          {
            name: 'question',
            title: parameter.title.en,
            description: parameter.description.en,
            inputType: 'text',
          },
        ],
      }),
    })),
    messageHandlers: [
      { type: 'link', value: { domains: unfurledHosts.flatMap((host) => [host, `www.${host}`]) } },
    ],
  };
}

/** Its words as the localization file of the manifest names them. */
export function localizedExtension(language: Language): Record<string, string> {
  return Object.fromEntries(
    declared.flatMap(({ title, description, parameter }, index) => {
      const at = `composeExtensions[0].commands[${index}]`;
      return [
        [`${at}.title`, title[language]],
        [`${at}.description`, description[language]],
        ...(parameter
          ? [
              [`${at}.parameters[0].title`, parameter.title[language]],
              [`${at}.parameters[0].description`, parameter.description[language]],
            ]
          : []),
      ];
    }),
  );
}
