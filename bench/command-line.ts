export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/**
 * What was asked for on the command line. Where that is help (`null`) it is given, and where it is not understood that is said: the process
 * ends there.
 */
export function readCommandLine<Options>(usage: string, read: (args: readonly string[]) => Options | null): Options {
  try {
    const options = read(process.argv.slice(2));
    if (options !== null) return options;
    say(usage);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}
