import { chromium } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Where DevTools of an app that was started debuggable can be reached. To be called at once after the start.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>} the port's address, http
 */
export function debugAddress(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said += text;
      const found = /DevTools listening on ws:\/\/([\w.:]+)/.exec(said)?.[1];
      if (found) resolve(`http://${found}`);
    });
    child.once('exit', (code) => reject(new Error(`The app ended with ${code}:\n${said}`)));
  });
}

/**
 * Uses an app's window as a person would, and lets go of it: the app goes on, with nobody connected.
 * @template T
 * @param {string} address
 * @param {(page: import('@playwright/test').Page) => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function inWindow(address, action) {
  await windowIsThere(address);
  const browser = await chromium.connectOverCDP(address);
  try {
    const page = browser.contexts()[0]?.pages()[0];
    if (!page) throw new Error('The app has no window.');
    return await action(page);
  } finally {
    await browser.close();
  }
}

/**
 * Playwright hangs now and then when it connects while a window is being made.
 * @param {string} address
 */
async function windowIsThere(address) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await pause(200)) {
    if ((await targetsAt(address)).some(({ type, title }) => type === 'page' && title !== ''))
      return pause(500);
  }
  throw new Error('The app has no window.');
}

/**
 * Closes an app's window, as a person does, but without connecting to it.
 * @param {string} address
 */
export async function closeWindow(address) {
  await windowIsThere(address);
  for (const { id } of await targetsAt(address)) await fetch(`${address}/json/close/${id}`);
}

/**
 * @param {string} address
 * @returns {Promise<{ id: string, type: string, title: string }[]>}
 */
const targetsAt = async (address) => (await fetch(`${address}/json/list`)).json();
