/** What a person is told when something failed. */
import type { Bilingual } from '../knowledge/language.ts';
import { missingScope } from './log.ts';
import { strings } from './strings.ts';

/** One sentence. A scope that the app lacks is named: whoever administers the workspace can mend it. */
export function failureSentence(error: unknown): Bilingual {
  const scope = missingScope(error);
  if (scope === undefined) return strings.failed;
  return {
    en: `Sorry, I lack the Slack permission ${scope}; ask an administrator of this workspace to install the app again.`,
    fr: `Désolé, il me manque l’autorisation Slack ${scope} ; demandez à un administrateur de cet espace de travail de réinstaller l’application.`,
  };
}
