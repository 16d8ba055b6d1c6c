import { ySyncPluginKey } from 'y-prosemirror';

/** Origin of the changes that the story editor makes; undo takes them back. */
export const STORY_ORIGIN: unknown = ySyncPluginKey;
