const own = process.platform;

/** Makes the tests run as on another system. */
export function runAs(platform: NodeJS.Platform): void {
  Object.defineProperty(process, 'platform', { value: platform });
}

/** Back on the system that the tests run on. */
export function runAsOurselves(): void {
  runAs(own);
}
