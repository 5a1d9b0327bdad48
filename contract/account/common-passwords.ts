/**
 * Passwords that many people choose, here and elsewhere, and that whoever guesses tries first; the demo's own is among
 * them. Without accents, case, spaces and signs, as `passwordRule` compares them.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  0123456789 012345678901234 0987654321 0987654321098765 102030405060708 111222333 112233445566 123123123
  123321123321 123456 1234567 12345678 123456789 1234567890 123456789012345 1234567890123456
  12345678901234567890 12345678910 135792468 147258369 159753 19001900 1q2w3e4r 1q2w3e4r5t 1qaz2wsx
  20252025 20262026 246813579 987654321 9876543210 98765432109876543210 a1b2c3d4 abc123 abcdef abcdefg
  abcdefgh abcdefghij abcdefghijklmno abcdefghijklmnop access admin adminadmin administrator android
  anhyeuem anhyeuemnhieulam anlac apple arsenal asdfgh asdfghjkl asdfghjklqwertyuiop autumn banbe
  barcelona baseball batman bienxanh bimat bimatcuatoi boyeucon camon cantho caobang caulacbo changeme
  changemenow chaobuoisang charlie chelsea chimsedinang chucmungnammoi chucmungsinhnhat cogaivang computer
  concho concuatoi congan congannhandan conmeo conyeucuame correcthorsebatterystaple danang dangnhap
  default doimatkhau doraemon dragon dungdoan dunghoi emyeuanh emyeuanhnhieulam facebook football forever
  freedom giadinh giadinhhanhphuc giadinhlatatca giadinhtoi google guest haiphong halong hanhphuc hanoi
  hello helloworld hoadao hoahong hoamai hoangthi hoasen hochiminh hoilienhiepphunu
  hoilienhiepphunuvietnam hoiphunu hunter ilovevietnam iloveyou iloveyouforever internet iphone jennifer
  jordan kevai kevaisatcanh khongaibiet khongbiet khongcomatkhau khongnho lamdong langson laocai letmein
  letmeinletmein levan liverpool login lovelove loveyou manchester master matkhau matkhaucu matkhaucuaanh
  matkhaucuachi matkhaucuaem matkhaucuatoi matkhaudangnhap matkhaumoi mayman meocon messi meyeucon michael
  microsoft minhlaai monkey mothaibabonnam mothaibabonnamsau mothaibabonnamsaubaytamchin motnambon
  mypassword mypasswordis namdinh naruto ngaysinh nghean nguoidung nguyen nguyenthi nguyenthihuong
  nguyenthilan nguyenthithuy nguyenvana nhonhieu passw0rd password password1 passwordpassword phamthi
  phattai phunu phunuvietnam pokemon princess qazwsx qazwsxedc quangninh quantri quantrivien quenmatkhau
  qwer1234 qwerty qwertyqwerty qwertyuiop qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm realmadrid
  ronaldo root rootroot saigon samsung secret secretsecret server shadow sinhnhat songdep songhong sonngan
  spring starwars summer sunshine superman system taikhoan temp temporary test tester testing testtest
  thaibinh thanhhoa thanhphohochiminh thequickbrownfox thisismypassword thudohanoi thuongnho tiktok
  tinhban tinhyeu toiyeuvietnam tranthi trustno1 tuanchau vaikevai vietnam vietnamquehuongtoi
  vietnamvodich welcome whatever windows winter xinchao xinchaovietnam yeuanh yeuanhmaimai yeuem
  yeuemmaimai youtube zalo zxcvbn zxcvbnm
  `
    .trim()
    .split(/\s+/u),
)
