import type { FaultBox } from './fault-box';
import { isFault } from './fault-check';
import { empty, failure, type Reply } from '../http/reply';

/** Where faults are set over HTTP: outside the API's base path. */
export const FAULT_PATH = '/practice/fault';

/** PUT (a fault as JSON) and DELETE /practice/fault. */
export function controlFault(faults: FaultBox, method: string, body: string): Reply {
  switch (method) {
    case 'PUT': {
      const fault = parse(body);
      if (!isFault(fault)) return failure(400, 'The body is not a fault, see docs/practice-service.md');
      faults.set(fault);
      return empty(204);
    }
    case 'DELETE':
      faults.set(null);
      return empty(204);
    default:
      return failure(405, 'Method not allowed', { Allow: 'PUT, DELETE' });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
