/** What `npx ke-vai --help` prints. */
export const usage = `Kề Vai: dòng lệnh cho người quản trị (command line for administrators)

  npx ke-vai import-register TỆP --club MÃ [--dry-run] [--accept-merges] [--json]
      Nhập sổ giấy của câu lạc bộ từ tệp Excel; --dry-run chỉ xem thử, không ghi gì.
      Bring a club's paper register in; --dry-run only shows what would happen.
      --accept-merges: nhận mọi cặp được gợi ý là một người (take every proposed pair as one person)

  npx ke-vai month-report --club MÃ --month NĂM-THÁNG [--json] [--xlsx TỆP] [--docx TỆP]
      In số liệu của một tháng, hoặc ghi báo cáo Excel, Word.
      Print a month's figures, or write its report as Excel or Word.

  npx ke-vai verify-audit [--json] [--public-key TỆP]
      Tính lại mọi chuỗi nhật ký, so với các đầu chuỗi đã ký; nói dòng sai đầu tiên.
      Recompute the audit, compare it with the signed heads, name the first bad line.

  npx ke-vai sign-audit
      Ký ngay các đầu chuỗi nhật ký (sign the heads of the audit now; a running product does so by itself).

  npx ke-vai first-administrator --name "HỌ TÊN" [--organisation "TÊN TỔ CHỨC"]
      Mời người quản trị đầu tiên: in một đường dẫn mở được một lần, trong 7 ngày. Có người quản trị rồi thì thôi.
      Invite the first administrator: prints a link, once, good for 7 days. Refuses when there is one.

  npx ke-vai split-key
      Chia khóa chủ cho ba người giữ (hai người là mở được) rồi gỡ tệp khóa khỏi máy.
      Split the master key among three keepers, two of whom open it, and take its file away.

  npx ke-vai unlock
      Sau khi khởi động: hai người giữ khóa gõ mã của mình để mở danh tính.
      After a start: two keepers type their shares, and identities open.

  npx ke-vai rotate-keys [--master]
      Đổi khóa của mọi đơn vị, cả khi Kề Vai đang chạy; --master: đổi cả khóa chủ.
      New keys for every organisation while the product runs; --master: a new master key too.

  npx ke-vai backup TỆP
      Sao lưu dữ liệu vào TỆP và khóa đã bọc của từng người vào TỆP.keys, cả khi Kề Vai đang chạy. Khóa chính không
      nằm trong đó. TỆP.keys chỉ giữ 30 ngày rồi hủy: người đã được xóa sẽ không mở lại được từ bản sao cũ.
      Back everything up, data to FILE and each person's wrapped key to FILE.keys, while it runs; the master key is
      in neither. Destroy FILE.keys after 30 days: whoever was erased is then opened by no old copy. Files of these
      names are replaced.

  npx ke-vai restore TỆP [--key TỆP-KHÓA] [--keys TỆP.keys]
      Phục hồi vào thư mục KE_VAI_DATA mới, trống, hoặc chỉ còn thư mục keys; sai sót thì không thay đổi gì. Không ghi
      --keys thì lấy tệp .keys mới nhất nằm cạnh. Người đã xóa vẫn xóa.
      Restore into a new or empty KE_VAI_DATA, or one that holds its keys folder alone; nothing changes when a file is
      not right. Without --keys the newest .keys beside the file is taken. Whoever was erased stays erased.

KE_VAI_DATA: thư mục dữ liệu (the data folder; default: data). DATABASE_URL: máy chủ PostgreSQL riêng (a server of one's own).
Kết quả (exit code): 0 xong (done), 1 không làm được (refused), 2 gõ chưa đúng lệnh (usage).`
