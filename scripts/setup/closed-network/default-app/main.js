// What `electron <folder>` runs in the carried runtime, which comes without Electron's own default app. It is an ES
// module that awaits the app at its top level: Electron holds `ready` back until then, so the app is heard before it.
import electron from 'electron';
import { readFileSync, statSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Electron's own default app calls functions that no type declares, and so does this one. @type {any} */
const app = electron.app;
/** @type {any} */
const { _preloadModules: preloadModules, _resolveFilename: resolveFilename } = Module;

const { folder, required } = readArguments(process.argv.slice(1));
Object.assign(process, { defaultApp: true });
if (required.length > 0) preloadModules(required);

if (folder === null) {
  console.error('Usage: electron [options] <folder or file of the app>');
  app.exit(1);
} else {
  try {
    await import(pathToFileURL(introduce(resolve(folder))).href);
  } catch (error) {
    console.error('The app could not be started:', error);
    app.exit(1);
  }
}

/**
 * The app, and the modules to load before it (`-r`, which is how Playwright gets in).
 * @param {string[]} args
 */
function readArguments(args) {
  const required = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '-r' || arg === '--require') required.push(args[++index]);
    else if (arg.startsWith('--app=')) return { folder: arg.slice('--app='.length), required };
    else if (!arg.startsWith('-')) return { folder: arg, required };
  }
  return { folder: null, required };
}

/**
 * Tells Electron the app's name, version and folder.
 * @param {string} path a folder with a package.json, or a file
 * @returns {string} the file to run
 */
function introduce(path) {
  if (!statSync(path).isDirectory()) {
    app.setAppPath(dirname(path));
    return path;
  }
  const about = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const name = about.productName ?? about.name;
  if (about.version) app.setVersion(about.version);
  if (name) app.name = name;
  app.setDesktopName(about.desktopName ?? `${app.name}.desktop`);
  app.setAppPath(path);
  return resolveFilename(path, null, true);
}
