package dev.parley.app.demo;

import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The IMAP mailboxes, in memory as GreenMail keeps them and on disk below one folder: {@code ADDRESS/FOLDER/*.eml}. */
final class Mailboxes {

    private final GreenMail greenMail;
    private final Path directory;
    private final Map<Path, Kept> keptFolders = new HashMap<>();

    /** What of one IMAP folder is on disk, by the UID it has in memory. */
    private record Kept(MailFiles files, Map<Long, Path> byUid) {}

    Mailboxes(GreenMail greenMail, Path directory) {
        this.greenMail = greenMail;
        this.directory = directory;
    }

    /** Creates the mailbox, with the mail it had when it was last saved. */
    synchronized void open(DemoAccount account) throws IOException {
        var user = greenMail.setUser(account.address(), account.address(), account.password());
        var home = Files.createDirectories(directory.resolve(account.address()));
        for (var kept : directories(home)) {
            var name = URLDecoder.decode(kept.getFileName().toString(), StandardCharsets.UTF_8);
            load(folder(user, name), kept);
        }
    }

    /** Puts a mail into the account's INBOX; it is on disk when this returns. */
    synchronized void deliver(DemoAccount account, byte[] mail, Instant arrived) throws IOException {
        var user = greenMail.getUserManager().getUserByEmail(account.address());
        var inbox = folder(user, ImapConstants.INBOX_NAME);
        var kept = kept(account, ImapConstants.INBOX_NAME);
        var file = kept.files().add(mail, new Flags(), arrived);
        kept.byUid().put(append(inbox, mail, new Flags(), arrived), file);
    }

    /** Brings the disk up to what IMAP clients did since: flags, copies, moves, deletions, folders. */
    synchronized void save(Collection<DemoAccount> accounts) throws IOException {
        for (var account : accounts) {
            var seen = new HashSet<Path>();
            var user = greenMail.getUserManager().getUserByEmail(account.address());
            for (var folder : folders(user)) {
                var name = folder.getFullName().substring(root(user).length());
                seen.add(path(account, name));
                save(folder, kept(account, name));
            }
            for (var gone : directories(directory.resolve(account.address()))) {
                if (!seen.contains(gone)) {
                    keptFolders.remove(gone);
                    delete(gone);
                }
            }
        }
    }

    private static void save(MailFolder folder, Kept kept) throws IOException {
        var there = new HashSet<Long>();
        for (var message : folder.getMessages()) {
            there.add(message.getUid());
            var file = kept.byUid().get(message.getUid());
            var named = file == null
                    ? kept.files().add(bytes(message), message.getFlags(), arrived(message))
                    : kept.files().rename(file, message.getFlags());
            kept.byUid().put(message.getUid(), named);
        }
        for (var gone : List.copyOf(kept.byUid().keySet())) {
            if (!there.contains(gone)) {
                Files.deleteIfExists(kept.byUid().remove(gone));
            }
        }
    }

    private void load(MailFolder folder, Path path) throws IOException {
        var kept = new Kept(new MailFiles(path), new HashMap<>());
        for (var file : kept.files().list()) {
            var arrived = Files.getLastModifiedTime(file).toInstant();
            kept.byUid().put(append(folder, Files.readAllBytes(file), MailFiles.flags(file), arrived), file);
        }
        keptFolders.put(path, kept);
    }

    private static long append(MailFolder folder, byte[] mail, Flags flags, Instant arrived) throws IOException {
        try {
            var message = new MimeMessage((Session) null, new ByteArrayInputStream(mail));
            return folder.appendMessage(message, flags, Date.from(arrived));
        } catch (MessagingException problem) {
            throw new IOException("not a mail: " + problem.getMessage(), problem);
        }
    }

    private MailFolder folder(GreenMailUser user, String name) throws IOException {
        @Nullable MailFolder found = imap().getFolder(user, name);
        try {
            return found != null ? found : imap().createMailbox(user, name);
        } catch (Exception problem) {
            throw new IOException("cannot make the mail folder " + name, problem);
        }
    }

    private Collection<MailFolder> folders(GreenMailUser user) throws IOException {
        try {
            return imap().getStore().listMailboxes(root(user) + "*").stream()
                    .filter(MailFolder::isSelectable)
                    .toList();
        } catch (FolderException problem) {
            throw new IOException("cannot list the mail folders of " + user.getEmail(), problem);
        }
    }

    private static String root(GreenMailUser user) {
        return ImapConstants.USER_NAMESPACE
                + ImapConstants.HIERARCHY_DELIMITER
                + user.getQualifiedMailboxName()
                + ImapConstants.HIERARCHY_DELIMITER;
    }

    private Kept kept(DemoAccount account, String folder) throws IOException {
        var path = path(account, folder);
        var known = keptFolders.get(path);
        if (known != null) {
            return known;
        }
        var made = new Kept(new MailFiles(path), new HashMap<>());
        keptFolders.put(path, made);
        return made;
    }

    private Path path(DemoAccount account, String folder) {
        return directory.resolve(account.address()).resolve(URLEncoder.encode(folder, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(StoredMessage message) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            message.getMimeMessage().writeTo(bytes);
        } catch (MessagingException problem) {
            throw new IOException("cannot write a mail: " + problem.getMessage(), problem);
        }
        return bytes.toByteArray();
    }

    private static Instant arrived(StoredMessage message) {
        return message.getReceivedDate().toInstant();
    }

    private static List<Path> directories(Path parent) throws IOException {
        try (var children = Files.list(parent)) {
            return children.filter(Files::isDirectory).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        var inside = new ArrayList<Path>();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(inside::add);
        }
        for (var file : inside) {
            Files.delete(file);
        }
    }

    private ImapHostManager imap() {
        return greenMail.getManagers().getImapHostManager();
    }
}
