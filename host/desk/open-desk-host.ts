import { join } from 'node:path';
import type { Host } from '#host/contract.ts';
import { createDeskHost } from './desk-host.ts';
import { openDeskIssue } from './open-desk-issue.ts';

/** What the desk is started with. */
export interface DeskHostOptions {
  /** Undefined opens the sample. */
  readonly issueFolder?: string | undefined;
}

/** Templates and samples lie beside the sources, and beside the bundle. */
const TEMPLATES = join(import.meta.dirname, '../../templates');
const SAMPLE = join(TEMPLATES, 'samples/park-supplement-2021-06-18.issue');

/** The host contract over issue folders on this machine. Nothing is read before it is asked for. */
export function openDeskHost({ issueFolder }: DeskHostOptions): Host {
  return createDeskHost((folder) =>
    openDeskIssue({ folder: folder ?? issueFolder ?? SAMPLE, templatesFolder: TEMPLATES }),
  );
}
