import { mount } from 'svelte';
import App from './App.svelte';
import { backend, onSnapshot } from './backend';
import { keepFocus } from './parts/focus';
import { Clock } from './state/clock.svelte';
import { WindowState } from './state/window.svelte';
import './theme.css';
import './controls.css';

const latchkey = new WindowState(backend, await backend.readSnapshot({}));
onSnapshot((snapshot) => latchkey.replaceSnapshot(snapshot));
keepFocus(document.body);
mount(App, { target: document.body, props: { latchkey, clock: new Clock() } });
