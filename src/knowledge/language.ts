/** The two languages of the product. Every string a user sees exists in both. */
export type Language = 'en' | 'fr';

export const languages: readonly Language[] = ['en', 'fr'];

/** A text in both languages. */
export type Bilingual<T = string> = Readonly<Record<Language, T>>;

export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'fr' : 'en';
}
