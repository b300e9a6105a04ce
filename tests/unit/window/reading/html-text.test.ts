import { expect, test } from 'vitest';
import { htmlText } from '../../../../src-renderer/reading/html-text';

test('blocks and rows are lines, cells have a tab between them', () => {
  const html = `<!doctype html><html><head><title>Bank</title><style>li { color: red }</style></head><body>
    <h1>Backup&nbsp;codes</h1>
    <p>Keep them
       safe.</p>
    <ol><li>abcd-1234</li><li><s>efgh-5678</s> used</li></ol>
    <table><tr><th>1</th><td>ijkl&#45;9012</td></tr><tr><td>2</td><td>mnop-3456</td></tr></table>
    qrst<br>uvwx</body></html>`;
  expect(htmlText(html).replaceAll('\u00a0', ' ').split('\n')).toEqual([
    'Backup codes',
    'Keep them safe.',
    'abcd-1234',
    'efgh-5678 used',
    '1\tijkl-9012',
    '2\tmnop-3456',
    'qrst',
    'uvwx',
  ]);
});

test('a block of code keeps its lines', () => {
  expect(htmlText('<pre>abcd  1234\nefgh  5678\r\n</pre>after')).toBe('abcd  1234\nefgh  5678\nafter');
});

test('what nobody sees of a page is not read, and nothing of it runs', () => {
  const html =
    '<script>document.title = "x"</script><svg><text>no</text></svg><p>seen<img src=x onerror=alert(1)></p>';
  expect(htmlText(html)).toBe('seen');
});

test('a page without an end is read to where it ends', () => {
  expect(htmlText('<table><tr><td>abcd-1234<td>efgh-5678<tr><td>ijkl')).toBe('abcd-1234\tefgh-5678\nijkl');
});
