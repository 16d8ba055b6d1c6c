import type { OpenDesk } from '#renderer/desk-state/open-desk.ts';
import { type Language, wordsIn } from '#renderer/strings/catalogue.ts';
import { commandStrings } from '#renderer/strings/command-strings.ts';
import type { Command } from './command.ts';

/** The words of a command; undo and redo name the step that they take back. */
export function commandLabel(desk: OpenDesk, command: Command, language: Language): string {
  const words = wordsIn(commandStrings, language);
  const { undo } = desk.openIssue;
  if (command.id === 'edit.undo' && undo.undoName() !== undefined) {
    return words.undo(undo.undoName() ?? '');
  }
  if (command.id === 'edit.redo' && undo.redoName() !== undefined) {
    return words.redo(undo.redoName() ?? '');
  }
  return wordsIn(command.label, language);
}
