/** The command menu of the Teams manifest, from the one declaration of the commands. */
import { type Command, commands, type Verb } from '../intents/commands.ts';
import type { Language } from '../knowledge/language.ts';

export interface MenuCommand {
  /** Teams writes this into the message box when it is chosen. */
  readonly title: string;
  readonly description: string;
}

/** The menu in one language; a verb that two commands share (`help`) stands once. */
export function menuCommands(language: Language): MenuCommand[] {
  const menu = new Map<string, MenuCommand>();
  for (const command of commands) {
    for (const verb of command.verbs) {
      const title = menuTitle(command, verb, language);
      if (!menu.has(title)) menu.set(title, { title, description: verb.description[language] });
    }
  }
  return [...menu.values()];
}

/** The verb's name, or its example where the argument stands alone. */
function menuTitle(command: Command, verb: Verb, language: Language): string {
  const [name] = verb.names[language];
  if (name !== undefined) return name;
  const example = verb.example[language];
  return command.about === undefined ? example : `${command.name} ${example}`;
}

/** The French menu as the localization file of the manifest names it. */
export function localizedMenu(language: Language): Record<string, string> {
  return Object.fromEntries(
    menuCommands(language).flatMap(({ title, description }, index) => [
      [`bots[0].commandLists[0].commands[${index}].title`, title],
      [`bots[0].commandLists[0].commands[${index}].description`, description],
    ]),
  );
}
