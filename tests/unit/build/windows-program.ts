import { createRequire } from 'node:module';

/** The part of the package resedit that is used here. */
interface Resedit {
  readonly NtExecutable: {
    createEmpty(is32Bit: boolean, isDll: boolean): Executable;
    from(bytes: Buffer): Executable;
  };
  readonly NtExecutableResource: { from(program: Executable): Resources };
  readonly Resource: {
    readonly VersionInfo: {
      create(language: number, fixed: object, strings: readonly object[]): VersionInfo;
      fromEntries(entries: readonly ResourceEntry[]): readonly VersionInfo[];
    };
    readonly IconGroupEntry: {
      fromEntries(entries: readonly ResourceEntry[]): readonly { readonly icons: unknown[] }[];
    };
  };
}

interface Executable {
  generate(): ArrayBuffer;
}

interface Resources {
  readonly entries: ResourceEntry[];
  outputResource(program: Executable): void;
}

interface VersionInfo {
  outputToResourceEntries(entries: ResourceEntry[]): void;
  getStringValues(language: object): Readonly<Record<string, string>>;
}

interface ResourceEntry {
  readonly type: string | number;
  readonly id: string | number;
  readonly lang: number;
  readonly codepage: number;
  readonly bin: ArrayBuffer | Buffer;
}

const ENGLISH = { lang: 1033, codepage: 1200 };
const RAW_CONTENT = 10;

/** It comes with electron-builder, which writes the same resources with it. */
function openResedit(): Resedit {
  const besideTests = createRequire(import.meta.url);
  const besideBuilder = createRequire(besideTests.resolve('electron-builder'));
  return createRequire(besideBuilder.resolve('app-builder-lib'))('resedit');
}

/** A Windows program with a version, an icon-less face and some content; nothing that runs. */
export function emptyWindowsProgram(content: Buffer): Buffer {
  const { NtExecutable, NtExecutableResource, Resource } = openResedit();
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const strings = [{ ...ENGLISH, values: { ProductName: 'Electron', FileVersion: '45.4.1' } }];
  const version = Resource.VersionInfo.create(ENGLISH.lang, {}, strings);
  version.outputToResourceEntries(resources.entries);
  resources.entries.push({ type: RAW_CONTENT, id: 1, ...ENGLISH, bin: content });
  resources.outputResource(program);
  return Buffer.from(program.generate());
}

/** What the packaging wrote into a Windows program. */
export interface WindowsProgram {
  readonly productName: string | undefined;
  /** Number of pictures in its icon. */
  readonly icons: number;
  /** What Electron compares app.asar with. */
  readonly integrity: unknown;
}

/** Reads a packaged Windows program. */
export function readWindowsProgram(bytes: Buffer): WindowsProgram {
  const { NtExecutable, NtExecutableResource, Resource } = openResedit();
  const { entries } = NtExecutableResource.from(NtExecutable.from(bytes));
  const [version] = Resource.VersionInfo.fromEntries(entries);
  const integrity = entries.find(({ id }) => id === 'ELECTRONASAR');
  return {
    productName: version?.getStringValues(ENGLISH).ProductName,
    icons: Resource.IconGroupEntry.fromEntries(entries)[0]?.icons.length ?? 0,
    integrity: integrity && JSON.parse(Buffer.from(integrity.bin as ArrayBuffer).toString()),
  };
}
