// A county that was backed up, for the page of backups.
import CountyFixture
import Model

enum BackupCounty {
    /// Backups of three evenings: into the usual folder, and one into a folder with a long name.
    static func fill(_ county: County) throws {
        let folders = [
            "/mnt/beifen", "/mnt/beifen", "/media/yidong-yingpan-yangbi-xian-zhengwu-zhongxin-erhao/2026/xiabannian",
        ]
        for (index, folder) in folders.enumerated() {
            let day = 17 + index
            try RawStore(county.path).execute(
                """
                INSERT INTO backup (made_at, made_by, path, size, journal_id) VALUES
                  ('2026-11-\(day)T10:30:00.000Z', '服务器操作员 yangguang',
                  '\(folder)/county-2026-11-\(day)-183000.backup', \(5_242_880 + index * 300_000), \(index + 5))
                """)
        }
    }
}
