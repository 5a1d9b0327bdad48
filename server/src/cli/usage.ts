/** What `npx ke-vai --help` prints. */
export const usage = `Kề Vai: dòng lệnh cho người quản trị (command line for administrators)

  npx ke-vai import-register TỆP --club MÃ [--dry-run] [--accept-merges] [--json]
      Nhập sổ giấy của câu lạc bộ từ tệp Excel; --dry-run chỉ xem thử, không ghi gì.
      Bring a club's paper register in; --dry-run only shows what would happen.
      --accept-merges: nhận mọi cặp được gợi ý là một người (take every proposed pair as one person)

  npx ke-vai month-report --club MÃ --month NĂM-THÁNG [--json] [--xlsx TỆP] [--docx TỆP]
      In số liệu của một tháng, hoặc ghi báo cáo Excel, Word.
      Print a month's figures, or write its report as Excel or Word.

  npx ke-vai backup TỆP
      Sao lưu mọi dữ liệu vào một tệp, cả khi Kề Vai đang chạy. Khóa không nằm trong đó.
      Back everything up while the product runs. The key is not in the file; a file of that name is replaced.

  npx ke-vai restore TỆP [--key TỆP-KHÓA]
      Phục hồi vào thư mục KE_VAI_DATA mới hoặc trống; sai sót thì không thay đổi gì.
      Restore into a new or empty KE_VAI_DATA; nothing changes when the file is not right.

KE_VAI_DATA: thư mục dữ liệu (the data folder; default: data). DATABASE_URL: máy chủ PostgreSQL riêng (a server of one's own).
Kết quả (exit code): 0 xong (done), 1 không làm được (refused), 2 gõ chưa đúng lệnh (usage).`
