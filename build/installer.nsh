; Windows opens files by their ending, but an issue is a folder. This puts 用版心打开 into the menu
; of folders named *.issue and of no others; see docs/decisions/0012. The file 打开本期.banxin in
; the folder is associated by electron-builder. Saved with a byte order mark, for makensis.

!define BANXIN_FOLDER_VERB "Software\Classes\Directory\shell\Banxin.OpenIssue"

!macro customInstall
  WriteRegStr SHELL_CONTEXT "${BANXIN_FOLDER_VERB}" "" "用版心打开"
  WriteRegStr SHELL_CONTEXT "${BANXIN_FOLDER_VERB}" "Icon" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "${BANXIN_FOLDER_VERB}" "AppliesTo" 'System.FileName:~"*.issue"'
  WriteRegStr SHELL_CONTEXT "${BANXIN_FOLDER_VERB}\command" "" '"$appExe" "%1"'
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "${BANXIN_FOLDER_VERB}"
!macroend
