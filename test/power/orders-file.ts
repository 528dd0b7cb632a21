/** A file of so many orders of three lines each; what it comes to is known from its number. */
export const ordersEach = 300;
export const linesEach = 3;
export const revenueEach = ordersEach * (1 + 2 + 3) * 2.5;

/** Its last row has no date that could be read: every import has a rejects file. */
export function ordersFile(number: number): string {
  const lines = ['Order ID,Customer ID,Order Date,Product,Quantity,Unit Price'];
  for (let order = 0; order < ordersEach; order += 1) {
    const day = String((order % 28) + 1).padStart(2, '0');
    for (let line = 1; line <= linesEach; line += 1) lines.push(`${number}-${order},i${order % 40},2026-03-${day} 10:00:00,Product ${line},${line},2.50`);
  }
  lines.push(`${number}-bad,i1,yesterday,Product 1,1,2.50`);
  return lines.join('\n');
}

export const sourceOf = (number: number): string => `file-${number}`;
