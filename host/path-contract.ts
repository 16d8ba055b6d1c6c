/** What the path is wanted for. */
export interface ChoosePathRequest {
  readonly purpose:
    | 'open issue'
    | 'issues folder'
    | 'press folder'
    | 'drafts folder'
    | 'save copy'
    | 'picture';
  readonly startAt?: string | undefined;
}

/** What was chosen; undefined when the dialog was put away. */
export interface ChosenPath {
  readonly path: string | undefined;
}

/** What lies in a folder: folders first, then files, each by name. */
export interface FolderListing {
  readonly path: string;
  readonly parent: string | undefined;
  readonly entries: readonly FolderEntry[];
}

/** A folder or file. */
export interface FolderEntry {
  readonly name: string;
  readonly path: string;
  readonly kind: 'folder' | 'issue' | 'file';
}
