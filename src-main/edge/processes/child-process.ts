import { utilityProcess, type UtilityProcess } from 'electron';

/** How a process begins. */
interface Beginning {
  /** As the system's list of processes shows it. */
  readonly name: string;
  readonly args?: readonly string[];
  readonly onEnd: () => void;
}

/** A program of ours in a process of its own: it may hang, crash or be ended without taking Latchkey along. */
export class ChildProcess<Told, Answer> {
  readonly #child: UtilityProcess;
  readonly #name: string;

  /** @param script one of the built programs beside main.js */
  constructor(script: string, { name, args = [], onEnd }: Beginning) {
    this.#name = name;
    this.#child = utilityProcess.fork(script, [...args], {
      serviceName: `Latchkey ${name}`,
      stdio: 'ignore',
    });
    this.#child.once('exit', onEnd);
  }

  /** Tells it something, and gives what it says next. Rejects when it ends before that. */
  ask(told: Told): Promise<Answer> {
    const answer = this.next(isAny<Answer>);
    this.#child.postMessage(told);
    return answer;
  }

  tell(told: Told): void {
    this.#child.postMessage(told);
  }

  /** Gives the next of what it says that fits. Rejects when it ends before that. */
  next<Fitting extends Answer>(fits: (said: Answer) => said is Fitting): Promise<Fitting> {
    return new Promise((resolve, reject) => {
      const onMessage = (said: Answer): void => {
        if (!fits(said)) return;
        this.#child.off('message', onMessage);
        this.#child.off('exit', onExit);
        resolve(said);
      };
      const onExit = (): void => reject(new Error(`the process of the ${this.#name} ended`));
      this.#child.on('message', onMessage);
      this.#child.once('exit', onExit);
    });
  }

  onMessage(listener: (said: Answer) => void): void {
    this.#child.on('message', listener);
  }

  end(): void {
    this.#child.kill();
  }
}

const isAny = <Answer>(said: Answer): said is Answer => said !== undefined;
