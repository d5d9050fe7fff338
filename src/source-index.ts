/** From the address of a page to what the content takes from it, for platforms that see addresses pasted. */
import type { IntentCall } from './cards/card.ts';
import { sectionsCiting } from './knowledge/citing.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Language } from './knowledge/language.ts';

export interface SourceIndex {
  /** What answers with a section that rests on the page; `undefined` for a page that is no source. */
  callFor(address: string, language: Language): IntentCall | undefined;
}

/** @param knowledge the content in service: another one after each reload */
export function createSourceIndex(knowledge: () => Knowledge): SourceIndex {
  return {
    callFor(address, language) {
      const [section] = sectionsCiting(knowledge(), address, language);
      return section && { intent: 'section', args: { entry: section.entry, section: section.id }, language };
    },
  };
}
