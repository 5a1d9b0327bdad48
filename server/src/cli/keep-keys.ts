import { orderRunningVault } from '../vault/vault.ts'
import { askLines } from './ask-lines.ts'
import { openDatabase } from './open-database.ts'
import { CommandRefusal, type Terminal } from './terminal.ts'

type Ordering = NonNullable<Awaited<ReturnType<typeof orderRunningVault>>>

const problems = {
  mistyped: 'Mã này gõ chưa đúng, xin gõ lại (this share was mistyped; please type it again).',
  same_share:
    'Đây vẫn là mã vừa gõ; xin gõ mã của người khác (the same share twice; another person’s is needed).',
  not_this_key:
    'Hai mã này không ghép thành khóa của dữ liệu này; xin gõ lại cả hai (these two do not make the key of this data).',
} as const

/** Orders the running server's vault; without one, a vault of our own beside the database. */
async function withVault<T>(terminal: Terminal, work: (vault: Ordering) => Promise<T>): Promise<T> {
  const running = await orderRunningVault(terminal.config.dataDir)
  if (running)
    try {
      return await work(running)
    } finally {
      running.close()
    }
  const database = await openDatabase(terminal)
  try {
    return await work({ ...database.vaultProcess.orders, close: () => {} })
  } finally {
    await database.close()
  }
}

/** Prints the master key in three shares, once, and takes its file away when two were typed back. */
export async function splitKey(terminal: Terminal): Promise<void> {
  const { print, say } = terminal
  await withVault(terminal, async (vault) => {
    const shares = await vault.split()
    if (!shares)
      throw new CommandRefusal(
        'Khóa không nằm trong tệp nên không chia được: đã chia rồi, hoặc chưa mở',
        'the key is in no file: it was split already, or the vault is shut',
      )
    for (const [i, share] of shares.entries())
      print(`Người giữ khóa ${i + 1} (share ${i + 1} of 3):\n  ${share}\n`)
    say(
      'Ba mã trên chỉ hiện một lần. Mỗi người chép một mã ra giấy và cất riêng. Mất hai mã là mất mọi danh tính (shown once; two lost shares lose every identity).',
    )
    const lines = askLines(terminal)
    try {
      for (;;) {
        const one = await lines.ask('Gõ lại một mã để chắc là đã chép đúng (type one share back):')
        const other = await lines.ask('Gõ lại mã thứ hai (and another one):')
        const done = await vault.confirmSplit(one, other)
        if (done === 'done') break
        say(problems[done])
      }
    } finally {
      lines.close()
    }
    print(
      'Xong: tệp khóa đã được gỡ bỏ. Từ nay mỗi lần khởi động cần hai người mở bằng: npx ke-vai unlock (the key file is gone).',
    )
  })
}

/** Brings two shares to the vault of the running server. */
export async function unlock(terminal: Terminal): Promise<void> {
  const { config, print, say } = terminal
  const vault = await orderRunningVault(config.dataDir)
  if (!vault)
    throw new CommandRefusal(
      'Kề Vai chưa chạy trên thư mục dữ liệu này; hãy khởi động rồi mở khóa',
      'no server is running on this data folder; start it first',
    )
  const lines = askLines(terminal)
  try {
    let prompt = 'Gõ mã của một người giữ khóa (type one share):'
    for (;;) {
      const answer = await vault.unlock(await lines.ask(prompt))
      if (answer === 'open') break
      if (answer === 'one_more') prompt = 'Đúng rồi. Gõ mã của người thứ hai (now another person’s share):'
      else say(problems[answer])
    }
    print('Đã mở khóa: danh tính mở được cho tới lần khởi động sau (the vault is open).')
  } finally {
    lines.close()
    vault.close()
  }
}

/** New keys for every organisation, with `master` also a new master key, while people go on working. */
export async function rotateKeys(master: boolean, terminal: Terminal): Promise<void> {
  await withVault(terminal, async (vault) => {
    const { organisations, persons, left } = await vault.rotate(master)
    terminal.print(
      `Đã đổi khóa của ${organisations} đơn vị, bọc lại khóa của ${persons} người (${organisations} organisations, ${persons} persons).`,
    )
    if (left > 0)
      terminal.print(
        `${left} khóa cũ còn người đang dùng, sẽ được hủy ở lần đổi hoặc lần khởi động sau (old keys still in use go next time).`,
      )
    if (master)
      terminal.print(
        'Khóa chủ mới nằm trong tệp của thư mục dữ liệu: hãy cất bản riêng, hoặc chia lại bằng npx ke-vai split-key (the new master key lies in a file).',
      )
  })
}
