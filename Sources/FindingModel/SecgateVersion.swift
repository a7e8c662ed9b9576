/// The version of this program, semantic versioning.
public enum SecgateVersion {
  public static let current = "0.1.0"
}
