import type { Language } from './language.ts';

/** What `banxin help` prints. */
export const HELP: Readonly<Record<Language, string>> = {
  zh: `版心 banxin：园区周刊的排版与出片

  banxin press ISSUE --out FILE.pdf   排一期并出片（PDF/X-4）
      --page N               只出第 N 版（从 1 数起，或印在版上的版号，如 A06）
      --profile x4|x1a       印刷标准，默认 x4
      --press-profile FILE   印厂规范（JSON）
      --template ID          换用另一个版面模板
      --png FILE --ppi N     另存屏幕样张；--newsprint 显示新闻纸的底色和墨色
      --time ISO             印在版外标注和文件里的时间，默认取出版日期（同样的输入出同样的文件）
      --anyway               有“不可付印”的问题也照出
      --read-back            出片后把 PDF 读回来再查一遍，结果写在旁边的 .report.json
      --report               再把印前检查报告写成 PDF（.report.pdf），含放行人和理由
      多版时各出一个文件：FILE-A06.pdf

  banxin deliver ISSUE --to PLACE     出片并送印厂：只送变了的版，读回核对后才改成正式文件名
      PLACE                  印厂的文件夹，或 sftp://用户@主机:端口/文件夹
      --key FILE             自己的私钥；--host-key SHA256:… 印厂服务器的指纹
      --receipt FILE.pdf     出传版回执；--by 姓名 传版人
      --unsigned 理由        没有签样也送：理由记入传版记录，印在回执和签样单上
      --sheet text|pdf|none  签样单随版同送，默认 text（纯文本，RIP 不会当版面收）
      --ready page|issue     全部送到之后再写标记文件：每版一个，或整单一个
      --ready-name NAME      标记文件名，如 {file}.ready、{yyyymmdd}_{count}.ready；
                             --ready-empty 写空文件（默认写清单，sha256sum -c 可查）
      --page N  --press-profile FILE  --anyway  --again（没变也再送）

  banxin proof ISSUE --out FILE.pdf   出纸样（大样）：缩小图片，标“样张”和行号
      --paper a3|a4          A3 一张（默认），或 A4 四张原大拼贴
      --against OLD.issue    与以前的一期文件夹比较，标出改动，附改动单；last 与上次送印厂的比较
      --page N  --no-line-numbers

  banxin inbox serve                  打开投稿门：通讯员用手机或电脑的浏览器投稿、查稿
      --port N               端口，默认 8710；默认只有本机能打开
      --open-to ADDRESS      对局域网开放：本机的一个地址，或 0.0.0.0（先要发邀请码）
      --inbox FOLDER         换用另一个收稿箱；可与编辑台同时使用一个收稿箱
  banxin inbox invite add UNIT        给一个单位发邀请码（只显示这一次）
  banxin inbox invite list            列出邀请；  invite withdraw ID  停用一个

  banxin profile check FILE.icc       查印厂的特性文件能不能用：墨量、纸白、单黑；--json 输出数据
  banxin profile list                 列出本机的印厂规范和各自的文件

  banxin compose ISSUE --json         排一期，输出显示列表与问题
      --page N  --template ID

  banxin probe                        引擎的检修口：标准输入每行一个 JSON 请求，标准输出每行一个回答
      请求 {"text", "measure"?, "metrics": "stub"|字体, "indent"?, "justify"?, "vertical"?}
      回答 {"breaks": […], "lines": [{"start", "end", "width", "natural", "glyphs"}]}，单位 em
      字体：song hei kai，或 song-400 hei-700 等；有违例断行时另有 "forced"

  banxin help                         本页

  --lang zh|en 选择语言（否则看 LC_ALL、LC_MESSAGES、LANG）

退出码  0 完成  1 程序自身出错  2 命令行有误  3 本期无法读取
        4 图片、字体、模板或印厂规范缺失或损坏  5 没有这个版  6 无法写出（磁盘已满、没有权限）
        7 有不可付印的问题，未出片
出错时原有的输出文件不动。
`,
  en: `banxin: composes the park supplement and presses it

  banxin press ISSUE --out FILE.pdf   compose an issue and press it (PDF/X-4)
      --page N               page N only (counted from 1, or as printed, such as A06)
      --profile x4|x1a       print standard, x4 unless said otherwise
      --press-profile FILE   the print shop's demands (JSON)
      --template ID          set on another page template
      --png FILE --ppi N     also write a proof for the screen; --newsprint shows
                             the paper and ink of the press
      --time ISO             time in the slug and the file; the date of the issue otherwise, so that
                             the same input gives the same bytes
      --anyway               press although something was found that holds the page back
      --read-back            read each finished PDF back by the shop's rules; tells in .report.json
      --report               also as a PDF for people (.report.pdf), with waivers and their reasons
      several pages get a file each: FILE-A06.pdf

  banxin deliver ISSUE --to PLACE     press what has changed and bring it to the print shop; files
                                      get their names when they have been read back whole
      PLACE                  a folder of the print shop, or sftp://user@host:port/folder
      --key FILE             our private key; --host-key SHA256:… the key of its server
      --receipt FILE.pdf     write a receipt of the delivery; --by NAME  who sends
      --unsigned REASON      send pages that are not signed; log, receipt and sheet show the reason
      --sheet text|pdf|none  the sign-off sheet of each page goes along; text, which no RIP takes
                             for a page, unless said otherwise
      --ready page|issue     when all have arrived, write a ready-file for each page or for all
      --ready-name NAME      such as {file}.ready, {yyyymmdd}_{count}.ready; --ready-empty leaves it
                             empty (else a list that sha256sum -c reads)
      --page N  --press-profile FILE  --anyway  --again (also what has not changed)

  banxin proof ISSUE --out FILE.pdf   page proofs for the office printer, with line numbers
      --paper a3|a4          one sheet of A3 (the usual), or four of A4 in full size
      --against OLD.issue    mark what has changed since an earlier issue folder, and list it;
                             last: since what was delivered last
      --page N  --no-line-numbers

  banxin inbox serve                  open the correspondents' door: drafts and what became of
                                      them, in any browser, also of a telephone
      --port N               8710 unless said otherwise; for this machine alone
      --open-to ADDRESS      for the local network: an address of this machine, or 0.0.0.0
                             (needs an invitation)
      --inbox FOLDER         another inbox; a desk may have the same one open
  banxin inbox invite add UNIT        invite a unit; its code is told this once
  banxin inbox invite list            all invitations;  invite withdraw ID  ends one

  banxin profile check FILE.icc       whether a print shop's .icc file will do: ink, paper, black;
                                      --json for programs
  banxin profile list                 the press profiles of this machine, with their files

  banxin compose ISSUE --json         compose an issue; print display lists and findings
      --page N  --template ID

  banxin probe                        the engine's debugging door: one JSON request a line in,
                                      one JSON answer a line out
      request {"text", "measure"?, "metrics": "stub"|FACE, "indent"?, "justify"?, "vertical"?}
      answer  {"breaks": […], "lines": [{"start", "end", "width", "natural", "glyphs"}]}, in em
      faces: song hei kai, or song-400 hei-700 …; "forced" lists breaks that no rule permits

  banxin help                         this page

  --lang zh|en chooses the language (else LC_ALL, LC_MESSAGES, LANG)

Exit codes  0 done  1 a fault of our own  2 the command line is wrong  3 the issue cannot be read
            4 picture, font, template or press profile missing or damaged  5 no such page
            6 the output cannot be written (disk full, no permission)
            7 held back: something was found that must not go to press
A failed run leaves the old output file as it was.
`,
};
